/** Words that lists of stolen passwords are made of, and that guessers therefore try first and in every order. */
export const commonWords: readonly string[] = `
  password passwort passphrase passwd motdepasse contrasena contraseña senha parola wachtwoord haslo
  welcome willkommen bienvenue bienvenido letmein changeme changeit default secret geheim login signin
  access admin administrator root user guest test testing tester demo example sample master manager
  office business company invoice invoices billing account accounts finance money bank server database
  internet computer google facebook microsoft windows apple android samsung linux ubuntu docker
  iloveyou loveyou lovely sunshine princess dragon monkey shadow superman batman spiderman pokemon
  starwars football fussball baseball basketball hockey soccer liverpool chelsea arsenal barcelona
  michael jennifer jessica ashley charlie jordan daniel thomas andrew matthew anthony maria nicole
  hello hallo freedom whatever trustno1 nothing mustang corvette ferrari mercedes porsche harley
  summer winter spring autumn monday friday sunday january february march april june july august
  september october november december sommer frühling herbst correct qwerty asdf zxcv
  flower butterfly chocolate cookie cheese pepper ginger killer hunter ranger matrix
`
  .trim()
  .split(/\s+/);
