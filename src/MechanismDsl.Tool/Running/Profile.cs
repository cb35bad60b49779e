namespace MechanismDsl.Tool.Running;

/// <summary>One profile of a file, ready to be played and explained.</summary>
/// <param name="Name">What it is called: by a column of the file, otherwise by its line.</param>
/// <param name="Line">The line of the file at which it begins, from 1.</param>
/// <param name="Agents">Who takes part, in the order of the reports, as the file calls them.</param>
/// <param name="Play">Runs the mechanism.</param>
/// <param name="Explain">Says of one agent, by its index, or with null of all why the outcome is what it is; null where the mechanism cannot say that.</param>
internal sealed record Profile(string Name, int Line, IReadOnlyList<string> Agents, Func<IReadOnlyList<PlayedRow>> Play, Func<int?, string>? Explain = null);

/// <summary>Why the agents of one profile get what they get and pay what they pay.</summary>
/// <param name="Profile">The name of the profile.</param>
/// <param name="Agent">The agent that the sentences are about; null where they are about all.</param>
/// <param name="Why">The sentences.</param>
internal sealed record Explained(string Profile, string? Agent, string Why);
