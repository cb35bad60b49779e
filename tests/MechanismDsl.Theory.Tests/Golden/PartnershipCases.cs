using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Tests.Partnerships;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>Topic 09: partnerships of partners whose values are uniform on [0, 1] (Cramton, Gibbons and Klemperer 1987).</summary>
public sealed class PartnershipCases
{
    [Theory, Golden("partnership-P-*")]
    public void Dissolution(string id)
    {
        var golden = GoldenCase.Get(id);
        var shares = GoldenCase.Numbers(golden.Inputs.GetProperty("shares"));
        var solved = Firms.Solve(shares, new UniformPrior(0, 1));
        GoldenCase.Near(golden.Expected.GetProperty("irvcg_expected_surplus"), solved.Surplus.Value);
        Assert.Equal(golden.Expected.GetProperty("dissolvable").GetBoolean(), solved.Surplus.Sign > 0);
        Assert.All(golden.Expected.GetProperty("worst_off_types").EnumerateArray().Zip(solved.Partners), pair => GoldenCase.Near(pair.First, pair.Second.WorstOff));

        // The surplus is the slack of the published condition, times (n − 1)/n.
        var n = shares.Length;
        GoldenCase.Near(golden.Expected.GetProperty("lhs_sum_r_pow"), GoldenCase.Number(golden.Expected.GetProperty("bound")) - (solved.Surplus.Value * n / (n - 1)));
    }

    [Theory, Golden("partnership-two-share-bounds")]
    public void Shares_of_two_partners(string id)
    {
        var expected = GoldenCase.Get(id).Expected;
        var interval = Firms.Solve([.5, .5], new UniformPrior(0, 1)).Admissible!;
        GoldenCase.Near(expected.GetProperty("r1_low"), interval.Low);
        GoldenCase.Near(expected.GetProperty("r1_high"), interval.High);
    }
}
