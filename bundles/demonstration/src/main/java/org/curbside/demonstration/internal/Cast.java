package org.curbside.demonstration.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.curbside.api.membership.Accounts;
import org.curbside.api.membership.Member;
import org.curbside.api.slice.Slices;

/** The made-up members, by specialty. Knows credentials, not whose they are. */
final class Cast {

    /** How many of each. */
    private static final Map<String, Integer> SIZES = sizes();

    private static final List<String> NAMES = List.of(
            "avocet",
            "bittern",
            "bunting",
            "cormorant",
            "crane",
            "curlew",
            "dipper",
            "dotterel",
            "dunlin",
            "egret",
            "falcon",
            "fieldfare",
            "finch",
            "gannet",
            "godwit",
            "goshawk",
            "grebe",
            "harrier",
            "heron",
            "hobby",
            "hoopoe",
            "ibis",
            "jackdaw",
            "jay",
            "kestrel",
            "kittiwake",
            "knot",
            "lapwing",
            "lark",
            "linnet",
            "merlin",
            "nightjar",
            "nuthatch",
            "oriole",
            "osprey",
            "ouzel",
            "petrel",
            "pipit",
            "plover",
            "puffin",
            "rail",
            "raven",
            "redstart",
            "robin",
            "rook",
            "ruff",
            "shrike",
            "siskin",
            "skua",
            "snipe");

    private final List<Member> members = new ArrayList<>();
    private final Map<String, String> passwordsOf = new HashMap<>();

    private static Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("207R00000X", 26);
        sizes.put("207Q00000X", 21);
        sizes.put("207P00000X", 18);
        sizes.put("208000000X", 16);
        sizes.put("208600000X", 14);
        sizes.put("207V00000X", 12);
        sizes.put("2084P0800X", 12);
        sizes.put("207L00000X", 8);
        sizes.put("207X00000X", 6);
        sizes.put("207N00000X", 5);
        sizes.put("2084N0400X", 5);
        sizes.put("2085R0202X", 4);
        sizes.put("207W00000X", 3);
        return sizes;
    }

    /** The taxonomy code of each member-to-be. */
    static List<String> taxonomies() {
        List<String> codes = new ArrayList<>();
        SIZES.forEach((code, size) -> {
            for (int i = 0; i < size; i++) {
                codes.add(code);
            }
        });
        return codes;
    }

    /** Makes members of the credentials' holders. */
    void join(Slices slices, List<String> credentials, Supplier<String> passwords) {
        Accounts accounts = slices.of(Accounts.class).get();
        for (int n = 0; n < credentials.size(); n++) {
            int round = n / NAMES.size();
            String name = NAMES.get(n % NAMES.size()) + (round == 0 ? "" : "-" + (round + 1));
            String password = passwords.get();
            members.add(accounts.join(credentials.get(n), name, password));
            passwordsOf.put(name, password);
        }
    }

    /** Members of several specialties, to sign in as. */
    List<Member> physicians() {
        return Stream.of("207R00000X", "207Q00000X", "208600000X")
                .map(specialty -> of(specialty).get(0))
                .toList();
    }

    /** Two more of the specialty of the first physician, for what one has decided another hears. */
    List<Member> moderators() {
        return of(members.get(0).specialty()).subList(1, 3);
    }

    String passwordOf(Member member) {
        return Objects.requireNonNull(passwordsOf.get(member.name()));
    }

    List<Member> all() {
        return members;
    }

    List<Member> of(String specialty) {
        return members.stream()
                .filter(member -> member.specialty().equals(specialty))
                .toList();
    }
}
