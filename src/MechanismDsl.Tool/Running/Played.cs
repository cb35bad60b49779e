namespace MechanismDsl.Tool.Running;

/// <summary>What came of one profile of reports.</summary>
/// <param name="Profile">The name of the profile: its first cell, or the line of the file.</param>
/// <param name="Rows">Who gets what and pays what; agents that get and pay nothing are left out.</param>
internal sealed record Played(string Profile, IReadOnlyList<PlayedRow> Rows);

/// <summary>What one agent gets and pays.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="Gets">What it gets.</param>
/// <param name="Pays">What it pays, in invariant digits; negative if it is paid; null where the outcome is not told by agent.</param>
internal sealed record PlayedRow(string Agent, string Gets, string? Pays);
