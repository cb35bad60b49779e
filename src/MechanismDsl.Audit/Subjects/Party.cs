using Fractions;
using MechanismDsl.Auditing.Declarations;
using MechanismDsl.Auditing.Exact;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Auditing.Subjects;

/// <summary>One number of a type.</summary>
/// <param name="Name">Its name; empty where a type is one number.</param>
/// <param name="Low">The lowest legal number.</param>
/// <param name="High">The highest legal number.</param>
/// <param name="Step">The distance between neighbours; 0: every double.</param>
/// <param name="IsPublic">Whether it is a fact about the agent that the agent does not report: no lie changes it.</param>
internal sealed record Dimension(string Name, double Low, double High, double Step, bool IsPublic = false)
{
    /// <summary>The nearest legal number.</summary>
    public double Legal(double number)
    {
        var stepped = Step == 0 ? number : Step == 1 ? Math.Round(number) : Math.Round(Math.Round(number / Step) * Step, 12);
        return Math.Clamp(stepped, Low, High);
    }
}

/// <summary>An agent under audit.</summary>
internal sealed record Party
{
    /// <summary>Its name, or <c>agent 0</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The numbers of its type.</summary>
    public required IReadOnlyList<Dimension> Dimensions { get; init; }

    /// <summary>Its finitely many types, if they are known.</summary>
    public IReadOnlyList<double[]>? Types { get; init; }

    /// <summary>The probabilities of its types, if these are values of several goods and known.</summary>
    public IReadOnlyList<Fraction>? Masses { get; init; }

    /// <summary>The distribution of its type, if it is one number and known.</summary>
    public Prior? Prior { get; init; }

    /// <summary>Why there is no prior, in words, if the declaration has one that cannot be used.</summary>
    public string? WhyNoPrior { get; init; }

    /// <summary>Utility of not taking part, as declared.</summary>
    public Fraction OutsideOption { get; init; } = Fraction.Zero;

    /// <summary>The agent of a declaration, with the types that declaration and setup give it.</summary>
    /// <param name="mechanism">The declaration.</param>
    /// <param name="setup">The setup.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="index">Its index.</param>
    /// <param name="dimensions">The numbers of its type.</param>
    public static Party Of(DeclaredMechanism mechanism, AuditSetup setup, DeclaredAgent agent, int index, IReadOnlyList<Dimension> dimensions)
    {
        var isNumber = dimensions.Count == 1;
        var prior = isNumber && !mechanism.Has("Goods") ? DeclaredPriors.Of(mechanism, agent) : null;
        var goods = mechanism.Has("Goods") && Handed(setup, index) is null ? DeclaredGoods.Of(mechanism, agent, dimensions.Count) : null;
        return new Party
        {
            Name = agent.Name ?? FormattableString.Invariant($"agent {index}"),
            Dimensions = dimensions,
            Prior = prior,
            WhyNoPrior = mechanism.Has("PriorFromFile") ? "its prior lies in a file that only the compiler reads" : null,
            OutsideOption = Rational.OfBits(agent.Use?.Get<double>("OutsideOption") ?? 0),
            Masses = goods?.Masses,
            Types = Handed(setup, index) ?? goods?.Types ?? (isNumber ? Singles(DeclaredTypes.Of(mechanism, agent.Name) ?? DeclaredTypes.Atoms(prior)?.Values) : null),
        };
    }

    /// <summary>The types in the setup of an agent; null if it has none.</summary>
    public static IReadOnlyList<double[]>? Handed(AuditSetup setup, int agent) =>
        setup.Vectors is { Count: > 0 } vectors ? [.. Row(vectors, agent, nameof(AuditSetup.Vectors)).Select(type => type.ToArray())]
        : setup.Types is { Count: > 0 } types ? Singles(Row(types, agent, nameof(AuditSetup.Types)))
        : null;

    /// <summary>An agent's row, or the only one.</summary>
    public static T Row<T>(IReadOnlyList<T> rows, int agent, string what) => rows.Count == 1 ? rows[0]
        : agent < rows.Count ? rows[agent]
        : throw new AuditException(FormattableString.Invariant($"{what} has {rows.Count} rows, and there is an agent {agent}: give one row for all agents, or one for each."));

    private static double[][]? Singles(IReadOnlyList<double>? types) => types is null ? null : [.. types.Select(type => new[] { type })];
}
