package dev.tidewatch.localaws.sns;

import static java.util.Objects.requireNonNull;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Sends messages by SMTP. */
final class MailCarrier implements Carrier {
  private static final String SENDER = "no-reply@sns.local";
  private static final String TIMEOUT_MILLIS = "10000";

  private final Session session;

  MailCarrier(MailHost host) {
    requireNonNull(host, "host");
    Properties settings = new Properties();
    settings.setProperty("mail.smtp.host", host.name());
    settings.setProperty("mail.smtp.port", Integer.toString(host.port()));
    settings.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    settings.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    settings.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    this.session = Session.getInstance(settings);
  }

  @Override
  public void carry(Outgoing message) throws DeliveryFailed {
    try {
      Transport.send(mail(message));
    } catch (AddressException wrong) {
      throw DeliveryFailed.forGood("not a mail address: " + wrong.getMessage());
    } catch (MessagingException failed) {
      throw DeliveryFailed.forNow("the mail could not be sent: " + failed.getMessage());
    }
  }

  private MimeMessage mail(Outgoing message) throws MessagingException {
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(new InternetAddress(SENDER, false));
    mail.setRecipient(
        Message.RecipientType.TO, new InternetAddress(message.subscription().endpoint(), true));
    mail.setSubject(message.subject(), "UTF-8");
    mail.setText(message.body(), "UTF-8");
    return mail;
  }
}
