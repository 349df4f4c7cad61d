/** Why bytes are not read as an e-invoice; the message is a sentence for whoever sent them. */
export class XmlFault extends Error {}
