package dev.tidewatch.detector.access;

/** The credentials this server knows: access keys, and sessions issued for them. */
record IssuedCredentials(AccessKeys keys, SessionTokens sessions) implements CredentialSource {
  @Override
  public Credential find(String keyId, String sessionToken) {
    return sessionToken.isEmpty()
        ? keys.find(keyId).orElseThrow(RequestRefused::unrecognizedClient)
        : sessions.open(keyId, sessionToken);
  }
}
