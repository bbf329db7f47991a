package dev.tidewatch.localaws.mail;

import static java.util.Objects.requireNonNullElse;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Takes mail for every address by SMTP on loopback and keeps it in memory. */
public final class Mailbox implements Closeable {
  private final GreenMail mail;

  private Mailbox(GreenMail mail) {
    this.mail = mail;
  }

  /**
   * Starts to take mail.
   *
   * @param port the port on 127.0.0.1, or 0 for any free one
   */
  public static Mailbox start(int port) {
    return start(port, mail -> {});
  }

  /**
   * Starts to take mail.
   *
   * @param onArrival is told of each mail
   */
  public static Mailbox start(int port, Consumer<Mail> onArrival) {
    GreenMail mail = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    UserManager users = mail.getUserManager();
    users.setMessageDeliveryHandler(
        (message, address) -> {
          onArrival.accept(read(message.getMessage()));
          return userFor(users, address);
        });
    mail.start();
    return new Mailbox(mail);
  }

  /** The SMTP port on 127.0.0.1. */
  public int port() {
    return mail.getSmtp().getPort();
  }

  /** Every mail so far, in the order of arrival. */
  public List<Mail> mails() {
    return Arrays.stream(mail.getReceivedMessages()).map(Mailbox::read).toList();
  }

  @Override
  public void close() {
    mail.stop();
  }

  private static GreenMailUser userFor(UserManager users, MailAddress address)
      throws UserException {
    GreenMailUser known = users.getUserByEmail(address.getEmail());
    return known != null
        ? known
        : users.createUser(address.getEmail(), address.getEmail(), address.getEmail());
  }

  private static Mail read(MimeMessage message) {
    try {
      InternetAddress to = (InternetAddress) message.getRecipients(Message.RecipientType.TO)[0];
      return new Mail(
          to.getAddress(),
          requireNonNullElse(message.getSubject(), ""),
          message.getContent().toString().replace("\r\n", "\n"));
    } catch (MessagingException | IOException unreadable) {
      throw new IllegalStateException(
          "a mail that arrived cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }
}
