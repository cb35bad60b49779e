namespace MechanismDsl.Auditing.Declarations;

/// <summary>An agent of a declaration.</summary>
/// <param name="Name">Its name; null among alike agents.</param>
/// <param name="Side">Which side it is on.</param>
/// <param name="Use">The attribute that states it; null for alike agents that only their number states.</param>
internal sealed record DeclaredAgent(string? Name, AgentSide Side, DeclaredUse? Use);

/// <summary>The sides of a market.</summary>
internal enum AgentSide
{
    /// <summary>Wants the good, or has a say; its type is a value.</summary>
    Buyer,

    /// <summary>Serves; its type is a cost.</summary>
    Supplier,
}

/// <summary>Who takes part, by declaration and setup.</summary>
internal static class DeclaredAgents
{
    /// <summary>The agents of a mechanism in which all report side by side.</summary>
    /// <exception cref="AuditException">Their number is known only when the mechanism runs, and the setup does not say it.</exception>
    public static IReadOnlyList<DeclaredAgent> Of(DeclaredMechanism mechanism, AuditSetup setup)
    {
        var side = mechanism.IsProcurement ? AgentSide.Supplier : AgentSide.Buyer;
        var named = mechanism.Uses.Where(use => use.Name is "Agent" or "Supplier").ToList();
        if (named.Count > 0)
        {
            Agree(setup.Agents, named.Count, mechanism);
            return [.. named.Select(use => new DeclaredAgent(use.Get<string>("Name"), side, use))];
        }

        var count = Fixed(mechanism) ?? setup.Agents ?? Rows(setup)
            ?? throw new AuditException($"'{mechanism.Type.Name}' does not say how many agents take part: hand over Agents = 2, or more.");
        Agree(setup.Agents, Fixed(mechanism), mechanism);
        return count >= 1
            ? [.. Enumerable.Repeat(new DeclaredAgent(null, side, mechanism.Find("Suppliers")), count)]
            : throw new AuditException(FormattableString.Invariant($"Agents = {count}: at least one agent has to take part."));
    }

    /// <summary>The agents of an exchange: buyers, then sellers.</summary>
    /// <exception cref="AuditException">Their numbers are known only when the mechanism runs, and the setup does not say them.</exception>
    public static IReadOnlyList<DeclaredAgent> OfExchange(DeclaredMechanism mechanism, AuditSetup setup) =>
        [.. Side(mechanism, "Buyer", setup.Buyers ?? setup.Agents / 2, AgentSide.Buyer), .. Side(mechanism, "Seller", setup.Sellers ?? setup.Agents - (setup.Agents / 2), AgentSide.Supplier)];

    /// <summary>The seller and the buyer of a bilateral trade.</summary>
    public static IReadOnlyList<DeclaredAgent> OfTrade(DeclaredMechanism mechanism) =>
    [
        new(mechanism.Find("Seller")?.Get<string>("Name") ?? "seller", AgentSide.Supplier, mechanism.Find("Seller")),
        new(mechanism.Find("Buyer")?.Get<string>("Name") ?? "buyer", AgentSide.Buyer, mechanism.Find("Buyer")),
    ];

    private static IEnumerable<DeclaredAgent> Side(DeclaredMechanism mechanism, string name, int? count, AgentSide side)
    {
        var named = mechanism.All(name).ToList();
        if (named.Count > 0)
        {
            return named.Select(use => new DeclaredAgent(use.Get<string>("Name") ?? name.ToLowerInvariant(), side, use));
        }

        // Alike agents whose number the declaration fixes.
        count = mechanism.Find(name + "s")?.Get<int?>("Count") is > 0 and var fixedCount ? fixedCount : count;
        return count is >= 0
            ? Enumerable.Range(0, count.Value).Select(index => new DeclaredAgent(FormattableString.Invariant($"{name.ToLowerInvariant()} {index}"), side, mechanism.Find(name + "s")))
            : throw new AuditException($"'{mechanism.Type.Name}' does not say how many {name.ToLowerInvariant()}s take part: hand over {name}s = 2, or more.");
    }

    private static int? Fixed(DeclaredMechanism mechanism)
    {
        if (mechanism.Find("Agents") is { Attribute: AgentsAttribute agents } && agents.Min == agents.Max)
        {
            return agents.Min;
        }

        if (mechanism.Find("Partnership") is { Attribute: PartnershipAttribute partnership })
        {
            return partnership.Shares.Count;
        }

        if (mechanism.Find("PublicProject") is { Attribute: PublicProjectAttribute { Shares: { } shares } })
        {
            return shares.Length;
        }

        // Alike agents are as many as the weights of a joint prior need.
        return mechanism.Find("JointPrior") is { Attribute: JointPriorAttribute { File: null } } joint && DeclaredTypes.Of(mechanism, null) is { Count: > 1 } types
            ? (int)Math.Round(Math.Log(DeclaredTypes.JointWeights(joint).Count) / Math.Log(types.Count))
            : null;
    }

    private static int? Rows(AuditSetup setup) =>
        setup.Types is { Count: > 1 } types ? types.Count : setup.Vectors is { Count: > 1 } vectors ? vectors.Count : null;

    private static void Agree(int? asked, int? declared, DeclaredMechanism mechanism)
    {
        if (asked is { } count && declared is { } known && count != known)
        {
            throw new AuditException(FormattableString.Invariant($"'{mechanism.Type.Name}' declares {known} agents, and the setup asks for {count}."));
        }
    }
}
