using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Problems;

/// <summary>What a declaration with methods of the user's own decides by them: what the agents report, in which form the allocation is answered.</summary>
/// <param name="Form">What the allocation says of the agents.</param>
/// <param name="Fields">What one agent reports, in the order of the declaration: exactly one <see cref="FieldRole.Report"/>, and public parameters.</param>
public sealed record OwnRules(AllocationForm Form, EquatableArray<ReportField> Fields)
{
    /// <summary>The number that is the bid (a supplier's: the cost).</summary>
    public ReportField Report => Fields.First(number => number.Role == FieldRole.Report);
}

/// <summary>How an allocation rule states its result.</summary>
public enum AllocationForm
{
    /// <summary>An <c>int</c>: the index of the one agent that is served; −1, and nothing else, for nobody.</summary>
    Winner,

    /// <summary>A <c>bool</c> for every agent.</summary>
    Served,

    /// <summary>A whole number of units for every agent.</summary>
    Units,

    /// <summary>A probability, or a divisible quantity, for every agent.</summary>
    Probability,
}

/// <summary>One number of a report and its domain, both ends included. Proofs hold on the domain, and generated code enforces it.</summary>
/// <param name="Name">Name of the parameter or the member that holds it.</param>
/// <param name="Kind">The C# type.</param>
/// <param name="Low">Lowest number; finite.</param>
/// <param name="High">Highest number; finite, at least <paramref name="Low"/>.</param>
/// <param name="Role">Whether it is the report or a public parameter, and who controls it.</param>
public sealed record ReportField(string Name, NumberKind Kind, double Low, double High, FieldRole Role)
{
    /// <summary>The enum whose values these are, with namespace and containing types; null for a number.</summary>
    public string? Enumeration { get; init; }

    /// <summary>The values of the enum's members, ascending; empty for a number.</summary>
    public EquatableArray<double> Values { get; init; } = [];
}

/// <summary>Who states a number of a report.</summary>
public enum FieldRole
{
    /// <summary>It is the report itself, on which the mechanism must be truthful.</summary>
    Report,

    /// <summary>The agent states it too, and could state another one.</summary>
    Controlled,

    /// <summary>The platform measures it; the agent cannot change it.</summary>
    Verified,
}

/// <summary>The C# type of a number of a report.</summary>
public enum NumberKind
{
    /// <summary><c>double</c>.</summary>
    Double,

    /// <summary><c>decimal</c>.</summary>
    Decimal,

    /// <summary><c>int</c>.</summary>
    Int32,

    /// <summary><c>long</c>.</summary>
    Int64,

    /// <summary><c>bool</c>: false is 0, true is 1. Only for public parameters.</summary>
    Boolean,
}

/// <summary>A guarantee that the user answers for because the compiler cannot establish it.</summary>
/// <param name="Guarantee">What is assumed.</param>
/// <param name="Because">The user's reason; not empty.</param>
public sealed record Assumption(Guarantee Guarantee, string Because);
