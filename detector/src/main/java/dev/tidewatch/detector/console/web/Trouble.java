package dev.tidewatch.detector.console.web;

/**
 * Why a page cannot be shown, and what to do.
 *
 * @param wayOut where to go from there
 */
public record Trouble(String sentence, String remedy, Crumb wayOut) {}
