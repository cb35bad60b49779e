using Fractions;
using MechanismDsl.Theory.Finite;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Tests.Finite;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 12: what dominates what.</summary>
public sealed class DominationCases
{
    [Theory, Golden("undominated-bet-P")]
    public void Bets_without_a_common_prior(string id)
    {
        var golden = GoldenCase.Get(id);
        var bet = new Bet(GoldenCase.Rational(golden.Inputs.GetProperty("p1")), GoldenCase.Rational(golden.Inputs.GetProperty("p2")), golden.Inputs.GetProperty("stake_B").GetInt32());

        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("midpoint_m")), bet.Price);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("gain_agent1")), bet.GainFor);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("gain_agent2")), bet.GainAgainst);
        Assert.Equal(GoldenCase.Rational(golden.Expected.GetProperty("max_fee_to_designer")), bet.LargestFee);

        // By the definition of an expectation, from both sides; and without a bound in the stake.
        Assert.Equal(bet.GainFor, (-bet.PaymentFor(true) * bet.Likelier) - (bet.PaymentFor(false) * (1 - bet.Likelier)));
        Assert.Equal(bet.GainAgainst, (bet.PaymentFor(true) * bet.Unlikelier) + (bet.PaymentFor(false) * (1 - bet.Unlikelier)));
        Assert.Equal(golden.Expected.GetProperty("unbounded_in_B").GetBoolean(), new Bet(bet.Likelier, bet.Unlikelier, bet.Stake * 1000).GainFor == bet.GainFor * 1000);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Bet(bet.Unlikelier, bet.Likelier, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Bet(bet.Likelier, bet.Unlikelier, 0));
    }

    [Theory, Golden("undominated-lottery-P")]
    public void A_lottery_is_dominated_by_what_is_efficient(string id)
    {
        var golden = GoldenCase.Get(id);
        Fraction[][] values = [.. golden.Inputs.GetProperty("types").EnumerateArray().Select(row => row.EnumerateArray().Select(value => new Fraction(value.GetInt32())).ToArray())];
        var design = Programs.SingleItem(values);
        var lottery = new FiniteMechanism(
            design,
            [.. Enumerable.Range(0, 4).Select(_ => new[] { new Fraction(1, 2), new Fraction(1, 2), Fraction.Zero }.ToEquatableArray())],
            [.. Enumerable.Range(0, 4).Select(_ => new[] { Fraction.Zero, Fraction.Zero }.ToEquatableArray())]);
        var sharing = Domination.Sharing(lottery);

        var rows = golden.Expected.GetProperty("profiles_t_base_utilities_new_utilities_payments").EnumerateArray().ToList();
        Assert.Equal(4, rows.Count);
        for (var profile = 0; profile < rows.Count; profile++)
        {
            var row = rows[profile];
            for (var agent = 0; agent < 2; agent++)
            {
                var type = design.Types.TypeAt(profile, agent);
                Assert.Equal(values[agent][type], row[0][agent].GetInt32());
                Assert.Equal(GoldenCase.Rational(row[1][agent]), lottery.Utility(agent, type, profile));
                Assert.Equal(GoldenCase.Rational(row[2][agent]), sharing.Utility(agent, type, profile));
                Assert.Equal(GoldenCase.Rational(row[3][agent]), sharing.Payments[profile][agent]);
            }
        }

        // The program finds out the same, and that nothing dominates what is efficient.
        var prior = JointDistribution.Independent([[new(1, 2), new(1, 2)], [new(1, 2), new(1, 2)]]);
        Assert.Equal(golden.Expected.GetProperty("dominates").GetBoolean(), Domination.Of(lottery, prior, PerformanceMeasure.ExPostWelfare, [], default) is not null);
        Assert.Null(Domination.Of(sharing, prior, PerformanceMeasure.ExPostWelfare, [], default));
    }
}
