/** Whether the roles of {@code deploy/stacks} allow what the programs do, and nothing else. */
package dev.tidewatch.endtoend.policy;
