using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Verdicts;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>What an agent gains under threshold payments by misstating a number that its score depends on besides its report.</summary>
/// <param name="Truth">The true number.</param>
/// <param name="Lie">The number that it states.</param>
/// <param name="Report">Its truthful report.</param>
/// <param name="Score">Its score when it states the truth; the best rival has the same.</param>
/// <param name="LieScore">Its score when it lies.</param>
/// <param name="Threshold">The report with which it reaches the rival's score when it lies: what it pays (receives, as a supplier).</param>
/// <param name="Gain">Its utility when it lies; with the truth it has none, because its threshold is its own report.</param>
public sealed record Misstatement(Scalar Truth, Scalar Lie, Scalar Report, double Score, double LieScore, double Threshold, double Gain)
{
    // The doubles between two reports are halved this often at most.
    private const int MostHalvings = 128;

    /// <summary>The gain at a witness that the score depends on the number; null if it is none worth naming, or a score fails on the way.</summary>
    /// <param name="question">A question about <see cref="Property.UnaffectedByInput"/>.</param>
    /// <param name="witness">What refutes it.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public static Misstatement? Of(Question question, Witness witness, CancellationToken cancellation)
    {
        var (system, focus) = (question.System, question.Focus);
        var evaluator = new OutcomeEvaluator(system, traces: false, cancellation);
        var profile = new Profile(system, witness.Agents, witness.Inputs);
        var (report, own, other) = (profile.Get(system.ReportInput(), 0), profile.Get(focus, 0), witness.Other!.Value);
        var (truth, lie) = witness.Quantity <= witness.OtherQuantity ? (own, other) : (other, own);
        var (score, lieScore) = (Math.Min(witness.Quantity, witness.OtherQuantity), Math.Max(witness.Quantity, witness.OtherQuantity));

        // An agent whose true score is below zero is never served, and a rival's neither.
        if (score < 0)
        {
            return null;
        }

        profile.Set(focus, 0, lie);
        var candidate = new Candidate(witness.Agents, witness.Agent, witness.Inputs, null);
        var domain = candidate.DomainAt(system, system.ReportInput(), 0);
        var (meets, misses) = (report, system.Side == Side.Buyer ? domain.Smallest() : domain.Largest());
        if (Meets(misses))
        {
            meets = misses;
        }

        for (var halving = 0; halving < MostHalvings && meets != misses && Between(misses, meets) is { } middle; halving++)
        {
            (meets, misses) = Meets(middle) ? (middle, misses) : (meets, middle);
        }

        var gain = Math.Abs(report.ToNumber() - meets.ToNumber());
        return gain > 0 ? new Misstatement(truth, lie, report, score, lieScore, meets.ToNumber(), gain) : null;

        bool Meets(Scalar at)
        {
            profile.Set(system.ReportInput(), 0, at);
            return evaluator.TryScore(profile, witness.Agent, out var reached) && reached.ToNumber() >= score;
        }

        Scalar? Between(Scalar one, Scalar two) =>
            (one.ToNumber() < two.ToNumber() ? domain.TryMidpoint(one, two, out var middle) : domain.TryMidpoint(two, one, out middle)) ? middle : null;
    }
}
