package io.earlybrd.account.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** An answer that a browser got. */
public final class WebPage {

    private final Browser browser;
    private final String path;
    private final HttpResponse<String> response;
    private final Document document;

    WebPage(Browser browser, String path, HttpResponse<String> response) {
        this.browser = browser;
        this.path = path;
        this.response = response;
        this.document = Jsoup.parse(response.body());
    }

    /** HTTP status. */
    public int status() {
        return response.statusCode();
    }

    /** The path that was asked for. */
    public String path() {
        return path;
    }

    /** The answer as it came. */
    public String body() {
        return response.body();
    }

    /** A header, or nothing. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Every value of a header. */
    public List<String> headers(String name) {
        return response.headers().allValues(name);
    }

    /** The page as a tree. */
    public Document document() {
        return document;
    }

    /** The text of the page's main part. */
    public String text() {
        return document.select("main").text();
    }

    /** The body without what differs between two views of one page: the CSRF token and the time it took. */
    public String comparable() {
        return response.body()
                .replaceAll("name=\"csrf-token\" value=\"[^\"]*\"", "")
                .replaceAll("Page made in [^<]*<time[^<]*</time>", "")
                .replaceAll("R-[0-9A-Z]{4}-[0-9A-Z]{4}", "");
    }

    /** The page that this one redirects to. */
    public WebPage follow() {
        if (status() != 303) {
            throw new AssertionError(path + " does not redirect but answers " + status() + ": " + text());
        }
        return browser.get(header("Location"));
    }

    /** The form that goes to this path, with what the page has filled in. */
    public Form form(String action) {
        Element form = document.selectFirst("form[action=" + action + "]");
        if (form == null) {
            throw new AssertionError("no form goes to " + action + " on " + path + " (" + status() + "): " + text());
        }
        return new Form(action, (FormElement) form);
    }

    /** A form that is being filled in. */
    public final class Form {

        private final String action;
        private final Map<String, Object> fields = new LinkedHashMap<>();

        private Form(String action, FormElement form) {
            this.action = action;
            form.formData().forEach(field -> fields.merge(field.key(), field.value(), Form::both));
            form.select("select[name]").forEach(select -> fields.put(select.attr("name"), chosenIn(select)));
        }

        /** The first option if none is selected; the text of an option without a value, which jsoup does not know. */
        private static String chosenIn(Element select) {
            Element selected = select.selectFirst("option[selected]");
            Element chosen = selected == null ? select.selectFirst("option") : selected;
            return chosen.hasAttr("value") ? chosen.attr("value") : chosen.text();
        }

        /** Fills in a field. */
        public Form set(String name, Object value) {
            fields.put(name, value);
            return this;
        }

        /** Leaves a field out, as an unticked box. */
        public Form without(String name) {
            fields.remove(name);
            return this;
        }

        /** Ticks a box, or unticks it. */
        public Form tick(String name, boolean ticked) {
            return ticked ? set(name, "on") : without(name);
        }

        /** What would be sent. */
        public Map<String, Object> fields() {
            return fields;
        }

        /** Sends it. */
        public WebPage submit() {
            return browser.post(action, fields);
        }

        /** Sends it to where another button of it goes. */
        public WebPage submitTo(String otherAction) {
            return browser.post(otherAction, fields);
        }

        private static Object both(Object first, Object second) {
            List<Object> all = new ArrayList<>(first instanceof List<?> list ? list : List.of(first));
            all.add(second);
            return all;
        }
    }
}
