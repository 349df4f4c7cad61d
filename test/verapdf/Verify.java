import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.ErrorArgumentImpl;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Holds PDFs against profiles of veraPDF. Arguments: the profiles (3a, 3b, ua1); standard input: a path on each
 * line. Prints a line "path TAB profile TAB rule TAB message TAB place" for each place where a rule is broken, and
 * "path TAB profile TAB ok" for each profile that is kept.
 *
 * <p>veraPDF's own reader of profiles needs JAXB, which the jar lacks and Java 11 dropped: they are read by DOM.
 */
public final class Verify {
  private static final Map<String, String> FILES =
      Map.of("3a", "PDFA-3A.xml", "3b", "PDFA-3B.xml", "ua1", "PDFUA-1.xml");

  /** Places of one broken rule that are told; the others are seldom news. */
  private static final int PLACES_MAX = 3;

  public static void main(String[] names) throws Exception {
    LogManager.getLogManager().getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    List<ValidationProfile> profiles = new ArrayList<>();
    for (String name : names) profiles.add(read(FILES.get(name)));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader paths =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String path = paths.readLine(); path != null; path = paths.readLine()) {
      for (ValidationResult each : validate(new File(path), profiles)) report(out, path, each);
    }
    out.flush();
  }

  /** All profiles in one pass, which takes two thirds of the time of one each. */
  private static List<ValidationResult> validate(File file, List<ValidationProfile> profiles)
      throws Exception {
    List<PDFAFlavour> flavours = new ArrayList<>();
    for (ValidationProfile each : profiles) flavours.add(each.getPDFAFlavour());
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavours.get(0))) {
      parser.setFlavours(flavours);
      return ValidatorFactory.createValidatorByProfiles(profiles, PLACES_MAX, false, true, false)
          .validateAll(parser);
    }
  }

  private static void report(PrintStream out, String path, ValidationResult result) {
    String about = path + "\t" + result.getPDFAFlavour().getId();
    if (result.isCompliant()) out.println(about + "\tok");
    for (TestAssertion failure : result.getTestAssertions()) {
      RuleId rule = failure.getRuleId();
      String place = failure.getLocation().getContext();
      String[] words = {
        rule.getClause() + "-" + rule.getTestNumber(), oneLine(failure.getMessage()), oneLine(place)
      };
      out.println(about + "\t" + String.join("\t", words));
    }
  }

  private static String oneLine(String text) {
    return String.valueOf(text).replaceAll("\\s+", " ");
  }

  // ── profiles ──

  private static ValidationProfile read(String file) throws Exception {
    Element root;
    try (InputStream xml = Profiles.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + file)) {
      root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(xml).getDocumentElement();
    }
    Set<Rule> rules = new HashSet<>();
    for (Element each : children(child(root, "rules"))) rules.add(rule(each));
    Set<Variable> variables = new HashSet<>();
    for (Element each : children(child(root, "variables"))) variables.add(variable(each));
    PDFAFlavour flavour = PDFAFlavour.valueOf(root.getAttribute("flavour"));
    return Profiles.profileFromValues(
        flavour, Profiles.profileDetailsFromValues(file, "", "", null), "", rules, variables);
  }

  private static Rule rule(Element rule) {
    Element id = child(rule, "id");
    RuleId ruleId =
        Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber")));
    Element error = child(rule, "error");
    List<ErrorArgument> arguments = new ArrayList<>();
    for (Element each : children(child(error, "arguments"))) {
      arguments.add(ErrorArgumentImpl.fromValues(each.getTextContent(), each.getAttribute("name"), null));
    }
    boolean isDeferred = Boolean.parseBoolean(rule.getAttribute("deferred"));
    return Profiles.ruleFromValues(
        ruleId,
        rule.getAttribute("object"),
        isDeferred ? Boolean.TRUE : null,
        rule.getAttribute("tags"),
        text(rule, "description"),
        text(rule, "test"),
        Profiles.errorFromValues(text(error, "message"), arguments),
        List.of());
  }

  private static Variable variable(Element variable) {
    return Profiles.variableFromValues(
        variable.getAttribute("name"),
        variable.getAttribute("object"),
        text(variable, "defaultValue"),
        text(variable, "value"));
  }

  private static String text(Element parent, String name) {
    return child(parent, name).getTextContent();
  }

  private static Element child(Element parent, String name) {
    for (Element each : children(parent)) if (each.getTagName().equals(name)) return each;
    return null;
  }

  /** Nothing of an element that is not there. */
  private static List<Element> children(Element parent) {
    List<Element> found = new ArrayList<>();
    Node node = parent == null ? null : parent.getFirstChild();
    for (; node != null; node = node.getNextSibling()) {
      if (node instanceof Element) found.add((Element) node);
    }
    return found;
  }
}
