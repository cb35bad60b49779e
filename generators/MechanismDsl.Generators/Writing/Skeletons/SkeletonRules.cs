using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>What can be told of the signatures of a mechanism from the rules of the user's own, whatever else is wrong with them.</summary>
/// <param name="Report">The type of one report, as members of the type name it.</param>
/// <param name="Fields">The members of the generated record of a report, type and name; empty where none is generated.</param>
/// <param name="ServesSeveral">Whether the outcome has an award for each agent.</param>
/// <param name="Money">The kind of money that the reports are made in.</param>
internal sealed record SkeletonRules(string Report, EquatableArray<string> Fields, bool ServesSeveral, MoneyKind Money)
{
    /// <summary>Reads the rules; null where nothing of the user's own decides.</summary>
    public static SkeletonRules? Of(Declaration declaration)
    {
        RuleMethod? Marked(string attribute) => declaration.Rules.FirstOrDefault(rule => rule.Attribute == attribute);
        var allocation = Marked("Allocation");
        if ((Marked("Score") ?? allocation ?? Marked("Payment")) is not { Parameters.Count: > 0 } rule)
        {
            return null;
        }

        var several = allocation is not null
            ? allocation.Returns is not RuleType.Number
            : declaration.Attributes.Any(use => use.Name == "Positions" || (use.Name == "IdenticalItems" && use.Arguments.FirstOrDefault() is Argument.Number { Value: > 1 }));
        var first = rule.Parameters[0].Type is RuleType.Sequence(_, var element) ? element : rule.Parameters[0].Type;
        if (rule is { Attribute: "Score", Parameters.Count: > 1 } && rule.Parameters.All(parameter => parameter.Type is RuleType.Number or RuleType.Enumeration { IsVisible: true }))
        {
            var bid = rule.Parameters.FirstOrDefault(parameter => parameter.IsReport) ?? rule.Parameters[0];
            var fields = rule.Parameters
                .Where(parameter => parameter.Name.Length > 0)
                .GroupBy(parameter => GeneratedMembers.FieldOf(parameter.Name, declaration.Attributes.Any(use => use.Name == "Procurement")))
                .Where(group => !GeneratedMembers.InNoRecord.Contains(group.Key))
                .Select(group => $"{Keyword(group.First().Type)} {Identifier.Escape(group.Key)}");
            return new SkeletonRules(GeneratedMembers.Report, fields.ToEquatableArray(), several, MoneyOf(bid.Type));
        }

        return first switch
        {
            RuleType.Number => new SkeletonRules(Keyword(first), [], several, MoneyOf(first)),
            RuleType.Record { IsVisible: true } record => new SkeletonRules("global::" + record.FullName, [], several, MoneyOf(BidOf(record))),
            _ => null,
        };
    }

    /// <summary>One value for each outcome.</summary>
    public static SkeletonRules OfOutcomes(TypeUse outcomes, Currency money)
    {
        var names = new OutcomeNames(outcomes.FullName, outcomes.Members.GroupBy(member => member.Value).Select(group => group.First().Name).ToEquatableArray());
        var fields = Enumerable.Range(0, names.Count).Select(outcome => $"{money.Type} {Identifier.Escape(names.Field(outcome))}").ToEquatableArray();
        return new SkeletonRules(GeneratedMembers.Report, fields, ServesSeveral: false, money.Kind);
    }

    /// <summary>One type, whose values a method knows.</summary>
    public static SkeletonRules OfTypes(RuleMethod value) => new(Keyword(value.Parameters[1].Type), [], ServesSeveral: false, MoneyOf(value.Returns));

    private static RuleType? BidOf(RuleType.Record record) =>
        (record.Members.FirstOrDefault(member => member.IsReport) ?? record.Members.FirstOrDefault(member => member.Type is RuleType.Number))?.Type;

    private static MoneyKind MoneyOf(RuleType? bid) => bid switch
    {
        RuleType.Number(NumberKind.Decimal) => MoneyKind.Decimal,
        RuleType.Number(NumberKind.Int32 or NumberKind.Int64) => MoneyKind.Int64,
        _ => MoneyKind.Double,
    };

    private static string Keyword(RuleType type) => type switch
    {
        RuleType.Number(NumberKind.Decimal) => "decimal",
        RuleType.Number(NumberKind.Int32) => "int",
        RuleType.Number(NumberKind.Int64) => "long",
        RuleType.Number(NumberKind.Boolean) => "bool",
        RuleType.Enumeration(var name) => "global::" + name,
        _ => "double",
    };
}
