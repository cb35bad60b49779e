using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Language.Normalization;

/// <summary>From a prior that the user wrote to a distribution: MECH4002, MECH4003, MECH4008.</summary>
internal static class OwnPriorCheck
{
    /// <summary>The prior with its parameters filled in, or null after a finding.</summary>
    public static Prior? Read(Draft draft, Use use, TypeUse type, OwnPrior own, EquatableArray<double> numbers)
    {
        if (own.NotUnderstood is { } words)
        {
            draft.Report(Rule.PriorNotUnderstood, use.Place, type.Name, words);
            return null;
        }

        if (numbers.Count != type.Parameters.Count)
        {
            draft.Report(Rule.PriorParameterCount, use.Place, $"{type.Name}({string.Join(", ", type.Parameters)})", Words.Parameters(type.Parameters.Count), PriorReader.Given(numbers.Count));
            return null;
        }

        var parameters = type.Parameters.Zip(numbers, (name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number);
        var prior = new FormulaPrior(
            own.Distribution!.Substitute(parameters),
            own.Density?.Substitute(parameters),
            own.Low!.Substitute(parameters).Evaluate(0),
            own.High!.Substitute(parameters).Evaluate(0),
            $"{type.Name}({string.Join(", ", numbers.Select(Words.Of))})");
        if (prior.FindInconsistency() is not { } inconsistency)
        {
            return prior;
        }

        draft.Report(Rule.OwnPriorInconsistent, use.Place, prior.Description, inconsistency.Message);
        return null;
    }
}
