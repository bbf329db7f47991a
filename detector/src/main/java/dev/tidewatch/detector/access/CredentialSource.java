package dev.tidewatch.detector.access;

/** Finds the credential a request says it was signed with. */
interface CredentialSource {
  /**
   * The credential of a key id.
   *
   * @param sessionToken what came with it; empty when nothing did
   * @throws RequestRefused when there is none, it is no longer good, or the token does not belong
   *     to it
   */
  Credential find(String keyId, String sessionToken);
}
