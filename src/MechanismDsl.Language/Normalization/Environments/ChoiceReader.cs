using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>How agents value the outcomes among which one is chosen.</summary>
/// <param name="Spec">What a problem knows of it.</param>
/// <param name="User">What code needs to know.</param>
internal sealed record ChoiceReading(OutcomeChoice Spec, UserChoice User);

/// <summary>Reads how agents value outcomes, with findings for numbers outside their domain (MECH0013).</summary>
internal static class ChoiceReader
{
    /// <summary>Whether one of finitely many outcomes is chosen.</summary>
    public static bool Applies(Draft draft) => draft.Has(OutcomesEnvironment.Attribute);

    /// <summary>The reading; null where something else is decided.</summary>
    public static ChoiceReading? Read(Draft draft, Money money)
    {
        if (draft.First(OutcomesEnvironment.Attribute) is not { } outcomes)
        {
            return null;
        }

        var (low, high) = Domain(draft, outcomes, money);
        return new ChoiceReading(
            new OutcomeChoice { Form = ValueForm.Reported, Low = low, High = high },
            new UserChoice(outcomes.Attribute.TypeArgument?.FullName ?? string.Empty, OutcomesEnvironment.MembersOf(outcomes).Select(member => member.Name).ToEquatableArray()));
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
