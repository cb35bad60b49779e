using Fractions;
using MechanismDsl.Theory.Automated;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Optima;

/// <summary>Why no payments make truth the best report under a decision: a cycle of types, in words.</summary>
/// <param name="problem">The problem, with its decision.</param>
/// <param name="environment">Its types and outcomes.</param>
public sealed class CycleWords(Problem problem, FiniteEnvironment environment)
{
    /// <summary>Longer cycles are cut off.</summary>
    private const int MostTypes = 6;

    private readonly ConstraintWords _words = new(problem, environment);

    /// <summary>What the types of the cycle would gain, one by one, and together.</summary>
    /// <param name="cycle">The cycle.</param>
    public string Of(DesignAnswer.NotImplementable cycle)
    {
        var (types, decision) = (environment.Design.Types, problem.Decision ?? throw new ArgumentException("The problem has no decision.", nameof(cycle)));
        var steps = Enumerable.Range(0, cycle.Types.Count).Select(place =>
        {
            var (own, report) = (cycle.Types[place], cycle.Types[(place + cycle.Types.Count - 1) % cycle.Types.Count]);
            return $"{_words.Type(cycle.Agent, own)} would gain {Text(Value(own, report) - Value(own, own))} by reporting {_words.Type(cycle.Agent, report)}{Change(own, report)}";
        }).ToList();
        var listed = string.Join(", ", steps.Take(MostTypes)) + (steps.Count > MostTypes ? FormattableString.Invariant($" and so on, {steps.Count} types in all") : string.Empty);
        var where = cycle.Others >= 0 && types.Agents > 1
            ? $"where the profile is {_words.Profile(types.Join(cycle.Agent, cycle.Types[0], cycle.Others), cycle.Agent)} up to its own report, "
            : types.Agents > 1 ? "in expectation of the others' types, " : string.Empty;
        return $"{where}{_words.Name(cycle.Agent)} at {listed}; around the cycle payments cancel, and {Text(cycle.Gain)} is gained together, whatever is paid (Rochet 1987)";

        Fraction Value(int own, int report) => cycle.Others >= 0 ? Worth(own, types.Join(cycle.Agent, report, cycle.Others)) : Interim(own, report);

        Fraction Worth(int own, int profile) => environment.Design.Values[cycle.Agent][own][decision[profile]];

        // Types are independent here, so that a report is judged by the others' marginal probabilities.
        Fraction Interim(int own, int report) => Enumerable.Range(0, types.Others(cycle.Agent)).Aggregate(Fraction.Zero, (sum, others) =>
            sum + (environment.Prior.Masses[types.Join(cycle.Agent, own, others)] * Worth(own, types.Join(cycle.Agent, report, others)))) / environment.Prior.Marginal(cycle.Agent, own);

        string Change(int own, int report) => cycle.Others < 0
            ? string.Empty
            : $" ({environment.Outcomes[decision[types.Join(cycle.Agent, report, cycle.Others)]]} instead of {environment.Outcomes[decision[types.Join(cycle.Agent, own, cycle.Others)]]})";
    }

    private static string Text(Fraction number) => RationalText.Of(number);
}
