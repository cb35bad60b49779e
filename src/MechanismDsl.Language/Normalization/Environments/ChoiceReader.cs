using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>How agents value the outcomes among which one is chosen.</summary>
/// <param name="Spec">What a problem knows of it.</param>
/// <param name="User">What code needs to know.</param>
/// <param name="Cost">What the outcomes cost, where methods say so; null where the environment does.</param>
internal sealed record ChoiceReading(OutcomeChoice Spec, UserChoice User, SocialCost? Cost)
{
    /// <summary>The author's own payments; null where they are derived.</summary>
    public PaymentRule.Groves? Payments { get; init; }
}

/// <summary>Reads how agents value outcomes, with findings for numbers outside their domain (MECH0013).</summary>
internal static class ChoiceReader
{
    private const string Value = "Value";

    /// <summary>Whether one of finitely many outcomes is chosen.</summary>
    public static bool Applies(Draft draft) => draft.Has(OutcomesEnvironment.Attribute) || draft.Has(PublicProjectEnvironment.Attribute);

    /// <summary>Whether agents report types, whose values a method knows.</summary>
    public static bool HasTypes(Draft draft) => draft.Has(OutcomesEnvironment.Attribute) && draft.Rule(Value) is not null;

    /// <summary>Whether agents report the value of every outcome.</summary>
    public static bool ReportsValues(Draft draft) => draft.Has(OutcomesEnvironment.Attribute) && draft.Rule(Value) is null;

    /// <summary>The numbers in which a method states values; null without one.</summary>
    public static NumberKind? MoneyOf(Draft draft) =>
        HasTypes(draft) && draft.Rule(Value)!.Returns is Declarations.RuleType.Number(not NumberKind.Boolean and var kind) ? kind : null;

    /// <summary>The reading; null where something else is decided.</summary>
    public static ChoiceReading? Read(Draft draft, Roster roster, Money money, IReadOnlyList<EquatableArray<double>> types, IReadOnlyList<StatedPrior?> priors)
    {
        if (draft.First(OutcomesEnvironment.Attribute) is { } outcomes)
        {
            return ReadOutcomes(draft, outcomes, roster, money, types, priors);
        }

        return draft.Has(PublicProjectEnvironment.Attribute)
            ? new ChoiceReading(
                new OutcomeChoice { Form = ValueForm.OfLast, Low = 0, High = money.RoundDown(Words.Largest), Shares = PublicProjectEnvironment.SharesOf(draft, roster, money) },
                new UserChoice("MechanismDsl.ProjectDecision", ["NotBuilt", "Built"]),
                null)
            : null;
    }

    private static ChoiceReading ReadOutcomes(
        Draft draft, Use outcomes, Roster roster, Money money, IReadOnlyList<EquatableArray<double>> types, IReadOnlyList<StatedPrior?> priors)
    {
        var members = OutcomesEnvironment.MembersOf(outcomes);
        var table = new OutcomeTableReader(draft, outcomes, members);
        var user = new UserChoice(outcomes.Attribute.TypeArgument?.FullName ?? string.Empty, members.Select(member => member.Name).ToEquatableArray());
        var cost = new SocialCost.PerOutcome(table.Numbers("Cost", money));
        var boosts = table.Numbers("Boost", money);
        foreach (var agent in draft.All("Agent").Where(agent => money.IsGrid && agent.NumberOf("Weight") is not (null or 1)))
        {
            draft.Report(Rule.AttributesExclude, agent.At("Weight"), "Agent", "Money", "payments are divided by the agent's weight, which leaves the grid of exact money; weights need double");
        }

        if (draft.Rule(Value) is not { } value)
        {
            RationalPaymentCheck.Run(draft, money, []);
            TabulatedPayments.Check(draft, roster, [], priors, members.Count);
            GrovesReader.RefuseWithoutTypes(draft);
            OutsideOptionReader.RefuseWithoutTypes(draft);
            foreach (var idle in draft.Uses.Where(use => use.Name is "Prior" or "DiscretePrior" or "HistogramPrior" || (use.Name == "Agent" && use.Attribute.TypeArgument is not null)))
            {
                draft.Report(Rule.WithoutEffect, idle.Place, idle.Name, "a prior is about one number, and the agents report one for every outcome; a [Value] method makes values follow from one");
            }

            var (low, high) = Domain(draft, outcomes, money);
            return new ChoiceReading(new OutcomeChoice { Form = ValueForm.Reported, Low = low, High = high, Boosts = boosts }, user, cost);
        }

        foreach (var end in new[] { "Low", "High" }.Where(end => outcomes.Property(end) is not null))
        {
            draft.Report(Rule.WithoutEffect, outcomes.At(end), OutcomesEnvironment.Attribute, $"values follow from types by '{value.Name}'; [Between] on its parameter states the domain of types");
        }

        var reading = new ValueMethodReader(draft, table, value).Read(roster, types, priors);
        reading.Spec = reading.Spec with { Tables = OutsideOptionReader.Read(draft, value, roster, reading.Spec.Tables) };
        RationalPaymentCheck.Run(draft, money, reading.Spec.Tables);
        TabulatedPayments.Check(draft, roster, reading.Spec.Tables, priors, members.Count);
        return new ChoiceReading(reading.Spec with { Boosts = boosts }, user with { Value = value, TypeKind = reading.Kind, Groves = draft.Rule(GrovesReader.Attribute) }, cost)
        {
            Payments = GrovesReader.Read(draft, value, roster, money, reading.Spec.Tables),
        };
    }

    /// <summary>The values that may be reported, on the grid of the money.</summary>
    private static (double Low, double High) Domain(Draft draft, Use outcomes, Money money)
    {
        var (low, high) = (outcomes.NumberOf("Low") ?? -Words.Largest, outcomes.NumberOf("High") ?? Words.Largest);
        foreach (var (end, property, meaning) in new[] { (low, "Low", "the lowest value"), (high, "High", "the highest value") })
        {
            if (!(end >= -Words.Largest && end <= Words.Largest))
            {
                draft.Report(Rule.NumberOutsideDomain, outcomes.At(property), meaning, Words.Of(end), "a number from -1E15 to 1E15");
                return (0, 0);
            }
        }

        if (high < low)
        {
            draft.Report(Rule.NumberOutsideDomain, outcomes.At(outcomes.Property("High") is null ? "Low" : "High"), "the highest value", Words.Of(high), $"at least the lowest, {Words.Of(low)}");
        }
        else if (money.RoundUp(low) > money.RoundDown(high))
        {
            draft.Report(Rule.NumberOutsideDomain, outcomes.At("High"), "the highest value", Words.Of(high), "large enough for a multiple of the money's step");
        }

        // A sum with zero makes −0 a zero: the domain has one zero.
        return (money.RoundUp(low) + 0.0, money.RoundDown(high) + 0.0);
    }
}
