package io.earlybrd.notifier.mail.requested;

import io.earlybrd.events.MailRequested;
import io.earlybrd.events.UnreadableEvent;
import io.earlybrd.notifier.intake.Requirement;
import io.earlybrd.notifier.mail.MailClass;
import io.earlybrd.notifier.mail.text.SafeText;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses what must not be sent: a mail without a class, of a class that does not fit, or with a part missing. */
final class RequestCheck {

    /** Room for whatever a real address holds, and none for a second header or a second recipient. */
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>,;:\\\\\"()\\[\\]\\p{Cntrl}]{1,64}@[^\\s<>,;:\\\\\"()@\\p{Cntrl}]{1,255}");

    private RequestCheck() {}

    /** @throws UnreadableEvent if the mail may not be sent, now or later */
    static void refuseUnsendable(MailRequested request) {
        Optional<MailClass> mailClass = Optional.ofNullable(request.mailClass()).flatMap(MailClass::named);
        Optional<RequestedTemplate> known =
                Optional.ofNullable(request.template()).flatMap(RequestedTemplate::named);
        require(known.isPresent(), "its template is not known");
        RequestedTemplate template = known.get();
        require(mailClass.isPresent(), "it has no class");
        require(template.mailClass() == mailClass.get(), "its class is not that of its template");
        require(
                request.subscriberId() != null && request.expiresAt() != null && request.zone() != null,
                "a part is missing");
        require(request.to() != null && ADDRESS.matcher(request.to()).matches(), "its address is none");
        Set<String> required = template.required();
        require(request.data().keySet().containsAll(required), "data is missing");
        require(!required.contains("link") || isLink(request.data().get("link")), "its link is no address of the web");
    }

    private static boolean isLink(String text) {
        try {
            return SafeText.link(URI.create(text)).isPresent();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static void require(boolean met, String otherwise) {
        Requirement.require(met, "mail refused: " + otherwise);
    }
}
