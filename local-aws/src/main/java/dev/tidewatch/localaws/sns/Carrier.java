package dev.tidewatch.localaws.sns;

/** A way to reach subscribers. */
interface Carrier {
  void carry(Outgoing message) throws DeliveryFailed;
}
