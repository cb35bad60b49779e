using Fractions;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.Tests.Priors;

public sealed class MirrorTests
{
    [Fact]
    public void VirtualValueOfAMirroredUniformIsMinusTheVirtualCost()
    {
        var mirror = new UniformPrior(1, 3).Mirrored();

        Assert.Equal((-3.0, -1.0), (mirror.Lower, mirror.Upper));
        Assert.Equal(-(2 + 1.0), mirror.VirtualValue(-2));
        Assert.Equal([new AffineInterval(-3, -1, 2, 1)], mirror.AffineVirtualValue);
        Assert.Equal(new UniformPrior(1, 3), mirror.Mirrored());
    }

    [Fact]
    public void AtAJumpOfTheDensityTheMirrorTakesTheOtherSide()
    {
        var histogram = new HistogramPrior([0, 3, 8], [.75, .25]);
        var mirror = histogram.Mirrored();

        Assert.Equal(.05, histogram.Density(3), 15);
        Assert.Equal(.25, mirror.Density(-3), 15);
        Assert.Equal(.05, mirror.LeftDensity(-3), 15);
        Assert.Equal(-3 - (.75 / .25), mirror.VirtualValue(-3), 14);
    }

    [Fact]
    public void AtomsAreMirroredExactly()
    {
        var mirror = new DiscretePrior([0.1, 2], [1, 2]).Mirrored();

        Assert.Equal([-2, -0.1], mirror.Values);
        Assert.Equal([new Fraction(2, 3), new Fraction(1, 3)], mirror.ExactMasses);
        Assert.Equal([new Fraction(-2), new Fraction(-1, 10)], mirror.ExactValues);
    }
}
