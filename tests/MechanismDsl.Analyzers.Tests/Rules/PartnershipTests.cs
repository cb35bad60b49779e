using MechanismDsl.Analyzers.Tests.Harness;

namespace MechanismDsl.Analyzers.Tests.Rules;

/// <summary>What the theorem of Cramton, Gibbons and Klemperer says about partnerships, and what it does not.</summary>
public class PartnershipTests
{
    [Fact]
    public Task ABuyoutOfUnequalOwnersIsImpossible() => Expect.Fires(
        "MECH3023",
        "[Mechanism, Partnership(.9, .1), Efficient] [Prior<Uniform>(0, 1), [|Guarantees(InterimIndividuallyRational, ExPostBudgetBalanced)|]] public partial class Buyout;",
        "'Buyout' cannot be efficient, Bayesian incentive compatible, interim individually rational and balanced at once: by the theorem of Cramton, Gibbons and Klemperer (1987) on partnerships the payments leave at most S* = -23/300 in expectation (worst off: partner 0 at 0.9, partner 1 at 0.1), so the least subsidy is 23/300; with a share of 0.21132 to 0.78868 for the first partner it can be");

    [Theory]
    [InlineData("[Mechanism, Partnership(.5, .5), Efficient, Prior<Uniform>(0, 1), Guarantees(InterimIndividuallyRational, ExPostBudgetBalanced)] public partial class Buyout;")]
    [InlineData("[Mechanism, Partnership(.9, .1), Efficient, Prior<Uniform>(0, 1)] public partial class Buyout;")]
    [InlineData("[Mechanism, Partnership(.9, .1), Efficient, Prior<Uniform>(0, 1), Guarantees(BayesianIncentiveCompatible, ExAnteIndividuallyRational, ExPostBudgetBalanced)] public partial class Buyout;")]
    public async Task WhatIsPossibleIsSilent(string source) => Assert.Empty(await Analysis.Run(source));

    [Fact]
    public async Task ExactlyOneErrorIsReported() =>
        Assert.Single(await Analysis.Run("[Mechanism, Partnership(.9, .1), Efficient, Prior<Uniform>(0, 1), Guarantees(InterimIndividuallyRational, ExPostBudgetBalanced)] public partial class Buyout;"));
}
