using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Declarations;

/// <summary>Tells the attributes of this language from all others.</summary>
public static class LanguageAttributes
{
    /// <summary>The namespace of the language.</summary>
    public const string Namespace = "MechanismDsl";

    /// <summary>Metadata name of the attribute that makes a type a mechanism.</summary>
    public const string Trigger = Namespace + ".MechanismAttribute";

    private const string Suffix = "Attribute";

    private static readonly HashSet<string> OnTypes = new(StringComparer.Ordinal)
    {
        "Mechanism", "Agent", "Agents", "Prior", "HistogramPrior", "DiscretePrior", "PriorFromFile", "Supplier", "Suppliers",
        "SingleItem", "Procurement", "BuyerValue", "SellerValue", "Efficient", "RevenueOptimal", "SecondBest", "PayAsBid", "AllPay", "PostedPrice",
        "Reserve", "EntryFee", "Guarantees", "Money", "Message", "IdenticalItems", "UniformPrice", "Positions", "GeneralizedSecondPrice", "Types", "TypeRange", "Assumed", "EquivalentTo", "Undominated",
        "Outcomes", "PublicProject", "IndividuallyRationalVcg",
        "DoubleAuction", "BilateralTrade", "TradeReduction", "Seller", "Sellers", "Buyer", "Buyers", "Assignment", "Packages", "IntegerProgram", "CoreSelecting", "SingleMinded", "Or", "Additive", "Decreasing", "Divisible",
        "ExpectedExternality", "DAgva", "Rebalanced", "BalancedGroves",
        "Knapsack", "Services", "AtMost", "Capacity", "MustServe",
        "JointPrior", "Beliefs", "CremerMcLean", "Optimal", "Goods",
        "Partnership", "Crowdfunding", "CostSharing", "Taxation",
    };

    /// <summary>The attribute's name without the suffix if it refines a mechanism declaration; otherwise null.</summary>
    public static string? NameOnType(INamedTypeSymbol? attribute) =>
        NameOf(attribute) is { } name && OnTypes.Contains(name) ? name : null;

    /// <summary>The attribute's name without the suffix if it belongs to this language's namespace; otherwise null.</summary>
    public static string? NameOf(INamedTypeSymbol? attribute) =>
        attribute is not null
        && attribute.TypeKind != TypeKind.Error
        && (IsLanguageNamespace(attribute.ContainingNamespace) || IsOfSolvers(attribute))
        && attribute.Name.EndsWith(Suffix, StringComparison.Ordinal)
            ? attribute.Name.Substring(0, attribute.Name.Length - Suffix.Length)
            : null;

    /// <summary>The uses of this language's attributes on a type, in source order: the list whose indices a <see cref="Findings.Place"/> holds.</summary>
    public static IEnumerable<AttributeData> Of(INamedTypeSymbol type) => type.GetAttributes().Where(use => NameOnType(use.AttributeClass) is not null);

    /// <summary>Whether the type is <c>MechanismDsl.IPrior</c>.</summary>
    internal static bool IsPriorInterface(INamedTypeSymbol type) => type.Name == "IPrior" && type.Arity == 0 && IsLanguageNamespace(type.ContainingNamespace);

    /// <summary>Attributes that another package brings, because what they name is in it.</summary>
    private static bool IsOfSolvers(INamedTypeSymbol attribute) =>
        attribute is { Name: "IntegerProgramAttribute", ContainingNamespace: { Name: "OrTools", ContainingNamespace: { } outer } } && IsLanguageNamespace(outer);

    internal static bool IsLanguageNamespace(INamespaceSymbol? space) =>
        space is { Name: Namespace, ContainingNamespace.IsGlobalNamespace: true };
}
