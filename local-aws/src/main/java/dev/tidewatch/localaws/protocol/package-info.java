/**
 * What the small AWS services of this module have in common on the wire: a server on loopback,
 * forms and XML of AWS's Query protocol, errors.
 */
package dev.tidewatch.localaws.protocol;
