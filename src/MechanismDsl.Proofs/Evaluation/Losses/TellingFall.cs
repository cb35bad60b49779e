using MechanismDsl.Proofs.Questions;
using MechanismDsl.Proofs.Verdicts;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Of all falls of a score the one that shows where it turns: between neighbours among the tenths of the report's domain.</summary>
public static class TellingFall
{
    private const int Steps = 10;

    /// <summary>
    /// The first fall (rise, for suppliers) between two neighbouring tenths of the domain, with everything else as in the witness; the witness itself if
    /// the score does not fall between tenths.
    /// </summary>
    /// <param name="question">A question about <see cref="Property.MonotoneScore"/>.</param>
    /// <param name="witness">What refutes it.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public static Witness Of(Question question, Witness witness, CancellationToken cancellation)
    {
        var execution = new Reexecution(question, traces: true, cancellation);
        var input = question.System.ReportInput();
        var found = new Candidate(witness.Agents, witness.Agent, witness.Inputs, null);
        var domain = found.DomainAt(question.System, input, 0);
        for (var step = 0; step < Steps; step++)
        {
            var (low, high) = (domain.Snap(At(step)), domain.Snap(At(step + 1)));
            if (low != high && execution.Examine(found.With(input, 0, low) with { Other = high }) is { } fall)
            {
                return fall;
            }
        }

        return witness;

        double At(int tenths) => domain.Low + ((domain.High - domain.Low) * tenths / Steps);
    }
}
