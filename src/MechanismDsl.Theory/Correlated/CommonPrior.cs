using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.LinearPrograms;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Correlated;

/// <summary>Where the beliefs of several agents come from.</summary>
public abstract record BeliefOrigin
{
    private BeliefOrigin() { }

    /// <summary>A common prior, from which every type's belief follows.</summary>
    /// <param name="Masses">The probability of every profile; of several priors one.</param>
    public sealed record Common(EquatableArray<Fraction> Masses) : BeliefOrigin;

    /// <summary>
    /// None: there is a bet, payments among the agents that sum to zero at every profile, from which every type of every agent expects to gain. A mechanism with a
    /// larger bet beside it is better for all, so that none is undominated.
    /// </summary>
    /// <param name="Payments">For each profile and agent what the agent pays; negative: it receives.</param>
    /// <param name="Gains">For each agent and type what it expects to gain; at least one.</param>
    public sealed record Bet(EquatableArray<EquatableArray<Fraction>> Payments, EquatableArray<EquatableArray<Fraction>> Gains) : BeliefOrigin;
}

/// <summary>
/// Whether beliefs come from a common prior: if and only if there is no bet that every type of every agent gains from (Morris 1994; Samet 1998; Feinberg 2000). Both
/// are answers of one linear program: its solution is the bet, its dual the prior.
/// </summary>
public static class CommonPrior
{
    /// <summary>Answers that were asked for before are kept: a declaration is read by the generator and by each analyzer, at every edit of it.</summary>
    private static readonly BoundedCache<(TypeSpace Types, EquatableArray<EquatableArray<EquatableArray<Fraction>>> Beliefs), BeliefOrigin> Answers = new(16);

    /// <summary>Where beliefs come from.</summary>
    /// <param name="types">The profiles.</param>
    /// <param name="beliefs">For each agent and type the probability of every profile of the others; each row sums to one.</param>
    /// <param name="cancellation">Checked at every pivot.</param>
    /// <exception cref="ArgumentException">There is not one distribution of the others for each type.</exception>
    /// <exception cref="InvalidOperationException">The budget of exact pivots was spent.</exception>
    public static BeliefOrigin Of(TypeSpace types, EquatableArray<EquatableArray<EquatableArray<Fraction>>> beliefs, CancellationToken cancellation)
    {
        if (beliefs.Count != types.Agents || Enumerable.Range(0, types.Agents).Any(agent => beliefs[agent].Count != types.Counts[agent]
            || beliefs[agent].Any(row => row.Count != types.Others(agent) || row.Any(mass => mass.IsNegative) || row.Aggregate(Fraction.Zero, (sum, mass) => sum + mass) != Fraction.One)))
        {
            throw new ArgumentException("Every type of every agent needs a distribution of the others' types.", nameof(beliefs));
        }

        return Answers.GetOrAdd((types, beliefs), key => Solve(key.Types, key.Beliefs, cancellation));
    }

    private static BeliefOrigin Solve(TypeSpace types, EquatableArray<EquatableArray<EquatableArray<Fraction>>> beliefs, CancellationToken cancellation)
    {
        var program = new LinearProgram();
        var payments = Enumerable.Range(0, types.Profiles).Select(profile => Enumerable.Range(0, types.Agents).Select(agent => program.AddFreeVariable($"payment {profile} {agent}")).ToList()).ToList();
        var gain = program.AddVariable("gain");
        program.Constrain("unit", new LinearForm().Add(gain, 1), Relation.AtMost, Fraction.One);
        var balances = payments.Select((row, profile) => program.Constrain($"balance {profile}", row.Aggregate(new LinearForm(), (sum, payment) => sum.Add(payment, 1)), Relation.Equal, Fraction.Zero)).ToList();
        for (var agent = 0; agent < types.Agents; agent++)
        {
            for (var type = 0; type < types.Counts[agent]; type++)
            {
                var expected = new LinearForm().Add(gain, Fraction.MinusOne);
                for (var others = 0; others < types.Others(agent); others++)
                {
                    expected.Add(payments[types.Join(agent, type, others)][agent], -beliefs[agent][type][others]);
                }

                program.Constrain($"gain {agent} {type}", expected, Relation.AtLeast, Fraction.Zero);
            }
        }

        program.Maximise(new LinearForm().Add(gain, 1));
        if (program.Solve(cancellation) is not LinearAnswer.Optimal optimum)
        {
            throw new InvalidOperationException("The pivots did not suffice.");
        }

        if (optimum.Value.IsPositive)
        {
            var bet = payments.Select(row => row.Select(payment => optimum.Primal[payment].Reduce()).ToEquatableArray()).ToEquatableArray();
            return new BeliefOrigin.Bet(bet, beliefs.Select((rows, agent) => rows.Select((row, type) => GainOf(types, bet, row, agent, type)).ToEquatableArray()).ToEquatableArray());
        }

        // Every payment has the same price for all agents: the probability of its profile, up to a factor.
        var prices = balances.Select(balance => optimum.Dual[balance].Abs()).ToList();
        var total = prices.Aggregate(Fraction.Zero, (sum, price) => sum + price);
        return new BeliefOrigin.Common(prices.Select(price => (price / total).Reduce()).ToEquatableArray());
    }

    /// <summary>What a type expects to receive from a bet.</summary>
    private static Fraction GainOf(TypeSpace types, EquatableArray<EquatableArray<Fraction>> bet, EquatableArray<Fraction> belief, int agent, int type) => Enumerable.Range(0, belief.Count)
        .Aggregate(Fraction.Zero, (sum, others) => sum - (belief[others] * bet[types.Join(agent, type, others)][agent])).Reduce();
}
