using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>What can be told of a mechanism's signatures without understanding its declaration.</summary>
internal sealed record SkeletonShape(
    Market Market, string Money, bool IsShared, bool HasRunTimeReserve, bool HasPriors, bool IsCountFixed, EquatableArray<string> Names)
{
    /// <summary>The rules of the user's own; null where there is none.</summary>
    public SkeletonRules? Rules { get; init; }

    /// <summary>Whether the environment serves several agents, whoever decides.</summary>
    public bool IsService { get; init; }

    /// <summary>Whether every run brings the sizes of the agents.</summary>
    public bool HasRunTimeSizes { get; init; }

    /// <summary>Whether a served agent gets a slot.</summary>
    public bool HasSlots { get; init; }

    /// <summary>Whether the outcome says of every agent what it gets.</summary>
    public bool ServesSeveral => Rules?.ServesSeveral ?? IsService;

    /// <summary>The enum of the outcomes, where one of finitely many is chosen; null elsewhere.</summary>
    public string? Chosen { get; init; }

    /// <summary>Whether the types of a joint prior are sold to.</summary>
    public bool IsExtraction { get; init; }

    /// <summary>The outcome type of the interface.</summary>
    public string Outcome => "global::MechanismDsl."
        + (Chosen is not null ? $"Decision<{Chosen}, {Money}>" : $"{(ServesSeveral ? HasSlots ? "Placements" : "Awards" : IsShared ? "SharedSale" : "Sale")}<{Money}>");

    /// <summary>The type of one report, as members of the type name it.</summary>
    public string Report => Rules?.Report ?? Money;

    /// <summary>Whether the generated part declares the record of a report.</summary>
    public bool DeclaresReport => Rules is { Report: GeneratedMembers.Report };

    /// <summary>The name of the expectation.</summary>
    public string Expected => Market.IsProcurement ? "ExpectedOutlay" : "ExpectedRevenue";

    /// <summary>Names of the constants for reserves or ceilings.</summary>
    public IEnumerable<string> Limits => !HasPriors
        ? []
        : Names.Count == 0 ? [Suffix] : Names.Select(name => Identifier.Member(name) + Suffix);

    private string Suffix => Market.IsProcurement ? "Ceiling" : "Reserve";

    private static bool IsSoldByBeliefs(Declaration declaration) => declaration.Attributes.Any(use => use.Name == "CremerMcLean");

    /// <summary>Reads the shape from the attributes, whatever else is wrong with them.</summary>
    public static SkeletonShape Of(Declaration declaration)
    {
        var uses = declaration.Attributes;
        var names = uses
            .Where(use => use.Name is "Agent" or "Supplier")
            .Select(use => use.Arguments.Count > 0 && use.Arguments[0] is Argument.Text { Value: { } name } ? name : string.Empty)
            .Where(Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier)
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.First())
            .ToEquatableArray();
        var outcomes = uses.FirstOrDefault(use => use.Name == "Outcomes")?.TypeArgument;
        var isProject = outcomes is null && uses.Any(use => use.Name == "PublicProject");
        var isService = uses.Any(use => use.Name is "IdenticalItems" or "Positions" or "Services" or "Knapsack" or "Crowdfunding");
        var value = declaration.Rules.FirstOrDefault(rule => rule is { Attribute: "Value", Parameters.Count: 2 });
        var rules = outcomes is not null && value is not null ? SkeletonRules.OfTypes(value)
            : outcomes is null && !isProject ? SkeletonRules.Of(declaration)
            : null;
        var money = uses.FirstOrDefault(use => use.Name == "Money")?.TypeArgument?.Name switch
        {
            "Decimal" => MoneyKind.Decimal,
            "Int64" => MoneyKind.Int64,
            _ => rules?.Money ?? MoneyKind.Double,
        };
        if (outcomes is not null && value is null)
        {
            rules = SkeletonRules.OfOutcomes(outcomes, new Currency(money, 0));
        }

        return new SkeletonShape(
            new Market(uses.Any(use => use.Name == "Procurement")),
            new Currency(money, 0).Type,
            uses.Any(use => use.Name == "Mechanism" && use.Properties.Any(property => property.Name == "Ties" && property.Value is Argument.Number { Value: 1 })) || IsSoldByBeliefs(declaration),
            uses.Any(use => use.Name == "Reserve" && use.Arguments.Count == 0),
            rules is null && !isProject && uses.Any(use => use.TypeArgument is not null && use.Name != "Money" || use.Name is "HistogramPrior" or "DiscretePrior" or "PriorFromFile"),
            names.Count > 0 || uses.Any(use => use.Name == "Agents" && use.Arguments.Count == 1),
            names)
        {
            Rules = rules,
            IsService = isService,
            HasRunTimeSizes = names.Count == 0 && uses.Any(use => use.Name == "Knapsack"),
            IsExtraction = outcomes is null && !isProject && !isService && IsSoldByBeliefs(declaration),
            HasSlots = uses.Any(use => use.Name == "Positions"),
            Chosen = outcomes is not null ? "global::" + outcomes.FullName : isProject ? "global::MechanismDsl.ProjectDecision" : null,
        };
    }
}
