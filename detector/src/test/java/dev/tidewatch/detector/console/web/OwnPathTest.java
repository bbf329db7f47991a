package dev.tidewatch.detector.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnPathTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?from=-6h&dim=store:b%C3%BCrlin&next=//x",
        "/d/shop/a/1?q=..//..#history",
        "/alerts/-/new",
        "/d/a.b/..c/log.csv"
      })
  void isOurs(String url) {
    assertThat(OwnPath.is(url)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "d/shop",
        "https://evil.example",
        "javascript:alert(1)",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "/d\\..\\..//evil.example",
        "/.//evil.example",
        "/..//evil.example",
        "/%2e//evil.example",
        "/a/..//evil.example",
        "/a/%2E%2e/b",
        "/a/.%2e",
        "/\t/evil.example",
        "/a\r\nSet-Cookie: a=b",
        "/\u0000",
        "/a b",
        "/\u2215evil.example",
        "/\u00e9"
      })
  void isNot(String url) {
    assertThat(OwnPath.is(url)).isFalse();
  }
}
