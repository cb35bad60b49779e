using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>The type of an agent that loses most at a profile of the others: what a warning about participation should name.</summary>
public static class WorstType
{
    private const int Lattice = 32;

    /// <summary>
    /// The witness with the focal agent's type that loses most among the ends of its domain, the numbers that stand in the rules, a lattice of 32 and
    /// the witness itself; the smallest type among equal losses. Every one is executed.
    /// </summary>
    /// <param name="question">A question about individual rationality.</param>
    /// <param name="witness">What refutes it.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public static Witness Of(Question question, Witness witness, CancellationToken cancellation)
    {
        var execution = new Reexecution(question, traces: true, cancellation);
        var input = question.System.ReportInput();
        var found = new Candidate(witness.Agents, witness.Agent, witness.Inputs, null);
        var domain = found.DomainAt(question.System, input, witness.Agent);
        var worst = witness;
        foreach (var type in Types(domain, question.System))
        {
            if (execution.Examine(found.With(input, witness.Agent, type)) is { } other && other.Violation > worst.Violation)
            {
                worst = other;
            }
        }

        return worst;
    }

    private static IEnumerable<Scalar> Types(Domain domain, RuleSystem system)
    {
        var lattice = Enumerable.Range(0, Lattice + 1).Select(step => domain.Low + ((domain.High - domain.Low) * step / Lattice));
        return RuleLiterals.Of(system)
            .Where(number => number >= domain.Low && number <= domain.High)
            .Concat(lattice)
            .OrderBy(number => number)
            .Select(domain.Snap)
            .Distinct();
    }
}
