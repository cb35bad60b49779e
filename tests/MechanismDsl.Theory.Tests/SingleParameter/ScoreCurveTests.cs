using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>The operations of a score curve at the ends of its pieces.</summary>
public sealed class ScoreCurveTests
{
    /// <summary>t on [0, 1), 1 on [1, 2), t − 1 from 2 on.</summary>
    private static readonly ScoreCurve Flat = new(
    [
        new AffinePiece(0, 1, 1, 0),
        new ConstantPiece(1, 2, 1),
        new AffinePiece(2, double.PositiveInfinity, 1, -1),
    ]);

    [Theory]
    [InlineData(-.5, double.NegativeInfinity)]
    [InlineData(0, 0)]
    [InlineData(.5, .5)]
    [InlineData(1, 1)]
    [InlineData(1.9, 1)]
    [InlineData(2, 1)]
    [InlineData(5, 4)]
    public void A_type_has_the_score_of_its_piece(double type, double score) => Assert.Equal(score, Flat.Score(type));

    [Theory]
    [InlineData(-1, 0, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(.25, .25, .25)]
    [InlineData(1, 1, 2)]
    [InlineData(3, 4, 4)]
    public void The_lowest_types_that_meet_and_beat_a_score(double score, double meeting, double beating)
    {
        Assert.Equal(meeting, Flat.LowestMeeting(score));
        Assert.Equal(beating, Flat.LowestBeating(score));
    }

    [Fact]
    public void A_curve_that_ends_in_a_block_is_beaten_by_nobody()
    {
        ScoreCurve accepts = new([new ConstantPiece(3, double.PositiveInfinity, 0)]);
        Assert.Equal(3, accepts.LowestMeeting(0));
        Assert.Equal(double.PositiveInfinity, accepts.LowestBeating(0));
        Assert.Equal(double.PositiveInfinity, new ScoreCurve([]).LowestMeeting(0));
        Assert.Equal(double.PositiveInfinity, new ScoreCurve([]).From);
    }

    [Fact]
    public void Flats_matter_only_above_the_floor()
    {
        Assert.False(Flat.IsStrictlyIncreasingFrom(0));
        Assert.False(Flat.IsStrictlyIncreasingFrom(1.9));
        Assert.True(Flat.IsStrictlyIncreasingFrom(2));
    }

    [Fact]
    public void Empty_pieces_go_and_neighbours_of_one_formula_are_joined()
    {
        ScoreCurve pieces = new([new AffinePiece(0, 1, 1, 0), new ConstantPiece(1, 1, 1), new AffinePiece(1, 2, 1, 0), new AffinePiece(2, 3, 1, 1)]);
        Assert.Equal(new ScoreCurve([new AffinePiece(0, 2, 1, 0), new AffinePiece(2, 3, 1, 1)]), pieces.Normalise());
    }

    [Fact]
    public void A_part_of_the_curve_has_no_piece_that_only_touches_it()
    {
        Assert.Equal([new ConstantPiece(1, 2, 1)], Flat.Between(1, 2));
        Assert.Equal([new AffinePiece(.5, 1, 1, 0), new ConstantPiece(1, 1.5, 1)], Flat.Between(.5, 1.5));
        Assert.Empty(Flat.Between(-2, 0));
    }

    [Fact]
    public void Masses_keep_their_digits_in_both_tails()
    {
        var prior = new ExponentialPrior(1);
        Assert.Equal(Math.Exp(-40) - Math.Exp(-41), Ironing.Mass(prior, 40, 41), 1e-33);
        Assert.Equal(1e-20, Ironing.Mass(prior, 1e-20, 2e-20), 1e-33);
    }

    [Fact]
    public void The_excess_of_a_block_without_end_leaves_out_what_never_is_paid()
    {
        // ∫ (v − 1 − level) e^−v dv from 2 on; and with the equal-revenue distribution ψ = 0, so that −level·P(V > v) is left.
        Assert.Equal((2 - .5) * Math.Exp(-2), Ironing.Excess(new ExponentialPrior(1), 2, double.PositiveInfinity, .5), 1e-15);
        Assert.Equal(-.5 * 3 / 4, Ironing.Excess(new ParetoPrior(1, 3), 4, double.PositiveInfinity, .5), 1e-15);
    }

    [Theory]
    [InlineData(new[] { 2.0, 1, 1 }, RegularityClass.MonotoneHazardRate)]
    [InlineData(new[] { 5.0, 2, 3 }, RegularityClass.Regular)]
    [InlineData(new[] { 9.0, 2, 9 }, RegularityClass.Irregular)]
    public void Finite_types_are_classified_exactly(double[] weights, RegularityClass expected)
    {
        // (1 − F)/f is 1, 1, 0; 1, 3/2, 0 with the virtual values 0, 1/2, 3; and −2/9, −5/2, 3 are virtual values that fall.
        var types = FiniteTypes.Of(new DiscretePrior([1, 2, 3], [.. weights])).ToVirtualTypes();
        Assert.Equal(expected, types.Regularity.Class);
        Assert.Equal(expected == RegularityClass.Irregular ? new TypeInterval(1, 2) : null, types.Regularity.Witness);
    }
}
