package dev.tidewatch.detector.console.web;

/** A step of the way to a page, which leads back there. */
public record Crumb(String label, String url) {}
