using MechanismDsl.Language.Normalization;
using MechanismDsl.Language.Tests.Support;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Tests.Normalization;

public sealed class OwnPriorTests
{
    private const string Cdf = "[Distribution] public double Cdf(double v) => v * v / (Top * Top);";
    private const string Pdf = "[Density] public double Pdf(double v) => 2 * v / (Top * Top);";

    [Fact]
    public void A_prior_of_ones_own_is_its_formulas_with_the_numbers_filled_in()
    {
        var prior = Assert.IsType<FormulaPrior>(Assert.IsType<Population.Alike>(Read($"[Support(0, nameof(Top))] public sealed record Kinked(double Top) : IPrior {{ {Cdf} {Pdf} }}").Problem!.Population).Agent.Prior);
        Assert.Equal("Kinked(10)", prior.Describe());
        Assert.Equal((0, 10, .25), (prior.Lower, prior.Upper, prior.Cdf(5)));
    }

    [Fact]
    public void The_density_may_be_left_to_be_the_slope() =>
        Assert.Empty(Read($"[Support(0, nameof(Top))] public sealed record Kinked(double Top) : IPrior {{ {Cdf} }}").Findings);

    [Theory]
    [InlineData("public sealed record Kinked(double Top) : IPrior { CDF PDF }", "MECH4003: Kinked | it has no [Support(low, high)]")]
    [InlineData("[Support(0, \"Bottom\")] public sealed record Kinked(double Top) : IPrior { CDF PDF }", "MECH4003: Kinked | [Support] names 'Bottom', which is not a parameter of its constructor")]
    [InlineData("[Support(0, nameof(Top))] public sealed record Kinked(double Top) : IPrior { PDF }", "MECH4003: Kinked | no method is marked [Distribution]")]
    [InlineData("[Support(0, nameof(Top))] public sealed record Kinked(int Top) : IPrior { CDF PDF }", "MECH4003: Kinked | its parameter 'Top' is not a double")]
    [InlineData("[Support(0, nameof(Top))] public sealed record Kinked(double Top) : IPrior { CDF [Density] public double Pdf(double v) => Math.Round(v); }", "MECH4003: Kinked | its density 'Pdf' cannot be read: 'Math.Round(v)' calls a function of Math that formulas do not have")]
    [InlineData("[Support(0, nameof(Top))] public sealed record Kinked(double Top) : IPrior { CDF [Density] public double Pdf(double v) => 7 / 2 * v; }", "MECH4003: Kinked | its density 'Pdf' cannot be read: 7 / 2 is the integer 3; write 7.0 / 2")]
    [InlineData("[Support(0, nameof(Top))] public sealed record Kinked(double Top) : IPrior { public double Top { get; } = 2 * Top; CDF PDF }", "MECH4003: Kinked | its distribution function 'Cdf' cannot be read: 'Top' is not a parameter of the prior's constructor")]
    [InlineData("[Support(0, nameof(Top))] public sealed record Kinked(double Top, double Other) : IPrior { CDF PDF }", "MECH4002: Kinked(Top, Other) | 2 parameters | 1 is")]
    public void What_cannot_be_read_is_said(string prior, string finding) =>
        Assert.Equal(finding, Assert.Single(Read(prior.Replace("CDF", Cdf).Replace("PDF", Pdf)).Findings.Select(Meaning.Text)));

    [Fact]
    public void Formulas_that_are_no_distribution_are_refused()
    {
        var finding = Assert.Single(Read($"[Support(0, nameof(Top))] public sealed record Kinked(double Top) : IPrior {{ {Cdf} [Density] public double Pdf(double v) => v; }}").Findings);
        Assert.Equal("MECH4008", finding.Id);
        Assert.Equal("Kinked(10)", finding.Arguments[0]);
    }

    private static Reading Read(string prior) =>
        Normaliser.Read(Source.Of($"[Mechanism, SingleItem, RevenueOptimal, Prior<Kinked>(10)] partial class X; {prior}").Read(), []);
}
