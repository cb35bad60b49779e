using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Theory.Correlated;

/// <summary>
/// Payments that balance at every profile (Kosenok and Severinov 2008): if types are identifiable and beliefs tell them apart, every mechanism that is balanced in
/// expectation has an equivalent one that is Bayesian incentive compatible and balanced at every profile. They are a solution of an exact linear program.
/// </summary>
public static class BalancedPayments
{
    /// <summary>The mechanism with balanced payments: the same allocation, and for every truthful type the same expected payment.</summary>
    /// <param name="mechanism">A mechanism whose expected payments are its expected cost.</param>
    /// <param name="prior">The joint distribution.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    /// <returns>The mechanism; null if there is none, as where types are not identifiable, or the given one is not balanced in expectation.</returns>
    public static FiniteMechanism? Of(FiniteMechanism mechanism, JointDistribution prior, CancellationToken cancellation)
    {
        var types = prior.Types;
        var program = new MechanismProgram(mechanism.Design, prior, [Guarantee.BayesianIncentiveCompatible, Guarantee.ExPostBudgetBalanced], mechanism.Lotteries);
        for (var agent = 0; agent < types.Agents; agent++)
        {
            for (var type = 0; type < types.Counts[agent]; type++)
            {
                var (form, expected) = (new LinearForm(), Fraction.Zero);
                for (var others = 0; others < types.Others(agent); others++)
                {
                    var profile = types.Join(agent, type, others);
                    form.Add(program.Payment(profile, agent), prior.Masses[profile]);
                    expected += prior.Masses[profile] * mechanism.Payments[profile][agent];
                }

                program.Program.Constrain($"expected payment {agent} {type}", form, Relation.Equal, expected);
            }
        }

        return program.Program.Solve(cancellation) switch
        {
            LinearAnswer.Optimal optimal => program.Read(optimal.Primal),
            LinearAnswer.Infeasible => null,
            _ => throw new InvalidOperationException("The pivots did not suffice."),
        };
    }
}
