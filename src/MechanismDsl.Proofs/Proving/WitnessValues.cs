using MechanismDsl.Proofs.Evaluation;
using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Terms;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Proving;

/// <summary>Turns values of symbols into a profile and executes the rules on it: only what reproduces is a refutation.</summary>
internal static class WitnessValues
{
    /// <summary>The refutation, or null if the law is not broken there.</summary>
    /// <param name="question">The question as it was asked.</param>
    /// <param name="open">The obligation that the values break.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Verdict.Refuted? Confirm(Question question, ProofAttempt.Open open, CancellationToken cancellationToken)
    {
        if (open.Obligation.Witness is not { } values)
        {
            return null;
        }

        var low = values.FirstOrDefault(pair => pair.Key.Role == SymbolRole.Focal);
        var high = values.FirstOrDefault(pair => pair.Key.Role == SymbolRole.FocalOther);
        return Confirm(question, open, values, low, high, cancellationToken) ?? Confirm(question, open, values, high, low, cancellationToken);
    }

    private static Verdict.Refuted? Confirm(
        Question question,
        ProofAttempt.Open open,
        IReadOnlyDictionary<Term.Symbol, Scalar> values,
        KeyValuePair<Term.Symbol, Scalar> truth,
        KeyValuePair<Term.Symbol, Scalar> other,
        CancellationToken cancellationToken)
    {
        var agents = question.IsAboutScore() ? 1 : Math.Max(open.Agents, question.System.Agents.Min);
        var inputs = new List<EquatableArray<Scalar>>();
        for (var input = 0; input < question.System.Inputs.Count; input++)
        {
            var declared = question.System.Inputs[input];
            var count = declared.IsPerAgent() ? agents : 1;
            inputs.Add(Enumerable.Range(0, count).Select(agent => ValueOf(declared, input, agent, values, truth)).ToEquatableArray());
        }

        Scalar? lie = question.Property.ComparesTwo() && other.Key is not null ? other.Value : null;
        return Refutation.Confirm(question, agents, open.Focal, inputs.ToEquatableArray(), lie, cancellationToken);
    }

    private static Scalar ValueOf(Input declared, int input, int agent, IReadOnlyDictionary<Term.Symbol, Scalar> values, KeyValuePair<Term.Symbol, Scalar> truth)
    {
        if (truth.Key is { } focal && focal.Input == input && (focal.Agent < 0 || focal.Agent == agent))
        {
            return truth.Value;
        }

        foreach (var pair in values)
        {
            if (pair.Key.Input == input && (pair.Key.Agent < 0 || pair.Key.Agent == agent) && pair.Key.Role is SymbolRole.OtherReport or SymbolRole.Public)
            {
                return pair.Value;
            }
        }

        return Lowest(declared.DomainOf(agent));
    }

    private static Scalar Lowest(Domain domain) => domain switch
    {
        Domain.Integers integers => integers.IsLong ? Scalar.Of(integers.From) : Scalar.Of((int)integers.From),
        Domain.Grid grid => Scalar.Of(grid.From),
        Domain.Finite finite => finite.Values[0],
        _ => Scalar.Of(domain.Low),
    };
}
