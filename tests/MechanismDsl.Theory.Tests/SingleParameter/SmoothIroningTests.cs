using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>Irregular densities whose ironing can be worked out by hand or was computed with 30 digits.</summary>
public sealed class SmoothIroningTests
{
    [Fact]
    public void A_square_root_distribution_is_pooled_up_to_a_quarter()
    {
        // With x = F = √v the revenue is R = x²(1 − x). The chord from x = 0 touches where R/x = x(1 − x) equals dR/dx = 2x − 3x²: x = 1/2, v = 1/4,
        // and the slope in q = 1 − x is −1/4.
        var solved = VirtualTypes.Of(new PowerPrior(.5, 1), default);
        Assert.Equal(RegularityClass.Irregular, solved.Regularity.Class);
        var block = Assert.Single(solved.Regularity.Ironed);
        Assert.Equal(0, block.From);
        Assert.Equal(.25, block.To, 1e-12);
        Assert.Equal(-.25, block.Score, 1e-12);
        Assert.Equal(4.0 / 9, solved.MonopolyPrice(), 1e-12);
    }

    [Fact]
    public void A_mixture_with_a_heavy_tail_is_not_pooled_where_densities_underflow()
    {
        // 1 − F = (v⁻³ + (2/v)^1.5)/2: behind 2 the virtual value rises for ever, towards v/3; beyond 1e129 its density is no double.
        var prior = new MixturePrior([new ParetoPrior(3, 1), new ParetoPrior(1.5, 2)], [1, 1]);
        var solved = VirtualTypes.Of(prior, default);
        Assert.Equal(2, Assert.Single(solved.Regularity.Ironed).To);
        Assert.Equal(1e140 / 3, prior.VirtualValue(1e140), 1e127);
        Assert.Equal(.8, prior.VirtualValue(2), 1e-14);

        // Revenue with two bidders and the reserve 2, with 30 digits by mpmath: 2·2·S(2)·F(2) + ∫ v·2·S·f dv.
        var numbers = SingleItem.Alike(Objective.RevenueOptimal, 2, prior).Solve().Numbers;
        Assert.Equal(1.90446428571428571, Assert.Single(numbers).Revenue, 1e-10);
    }

    [Fact]
    public void A_bounded_Pareto_distribution_falls_below_a_ninth_of_its_top()
    {
        var prior = new BoundedParetoPrior(.5, 1, 16);
        var solved = VirtualTypes.Of(prior, default);
        Assert.Equal(RegularityClass.Irregular, solved.Regularity.Class);
        Assert.Equal(RegularityBasis.Theorem, solved.Regularity.Basis);
        Assert.True(solved.Regularity.Witness!.Value.To <= (16.0 / 9) + 1e-6);
        Assert.Equal(4, solved.MonopolyPrice(), 1e-12);

        // With y = √v: q = (4/y − 1)/3, R = (4y − y²)/3. The chord from y = 1 has the slope −y(3 − y)/4, the tangent y³/2 − y²: equal at y = 3/2.
        var block = Assert.Single(solved.Regularity.Ironed);
        Assert.Equal(1, block.From);
        Assert.Equal(2.25, block.To, 1e-12);
        Assert.Equal(-.5625, block.Score, 1e-12);
        Assert.Equal(block.Score, prior.VirtualValue(block.To), 1e-12);
        Assert.Equal(0, Ironing.Excess(prior, block.From, block.To, block.Score), 1e-12);
        Assert.Equal(RegularityClass.Regular, VirtualTypes.Of(new BoundedParetoPrior(.5, 2, 16), default).Regularity.Class);
    }

    [Fact]
    public void An_arcsine_distribution_is_pooled_at_its_lower_end()
    {
        var solved = VirtualTypes.Of(new ArcsinePrior(0, 1), default);
        Assert.Equal(RegularityClass.Irregular, solved.Regularity.Class);
        Assert.Equal(0, Assert.Single(solved.Regularity.Ironed).From);
        Assert.True(solved.Regularity.Ironed[0].Score < 0);
    }

    [Theory]
    [InlineData(1.5176, RegularityClass.Regular)]
    [InlineData(1.5177, RegularityClass.Irregular)]
    public void The_lognormal_family_turns_irregular_at_a_scale_of_one_and_a_half(double scale, RegularityClass expected)
    {
        var prior = new LognormalPrior(.5, scale);
        Assert.Equal(expected, VirtualTypes.Of(prior, default).Regularity.Class);
        Assert.Equal(expected == RegularityClass.Irregular, new VirtualValueScan(prior, default).FirstFall is not null);
    }

    [Theory]
    [InlineData(2, 23.189866089424346)]
    [InlineData(8, 2.3278412300076229E+27)]
    [InlineData(20, 1.9256321905208978E+173)]
    public void Lognormal_tails_are_followed_to_where_they_turn(double scale, double price)
    {
        var solved = VirtualTypes.Of(new LognormalPrior(0, scale), default);
        var block = Assert.Single(solved.Regularity.Ironed);
        Assert.True(block.To < double.PositiveInfinity);
        Assert.Equal(price, solved.MonopolyPrice(), 1e-11 * price);
    }

    [Fact]
    public void Suppliers_with_a_pole_at_the_highest_cost_are_irregular()
    {
        var solved = VirtualTypes.Of(new BetaPrior(2, .5).Mirrored(), default);
        Assert.Equal(RegularityClass.Irregular, solved.Regularity.Class);
        Assert.Equal(-1, Assert.Single(solved.Regularity.Ironed).From);
    }

    [Fact]
    public void Several_blocks_and_a_gap()
    {
        var prior = new MixturePrior([new PowerPrior(2, 1), new UniformPrior(2, 3), new PowerPrior(3, 5)], [.5, .3, .2]);
        var regularity = VirtualTypes.Of(prior, default).Regularity;
        Assert.Equal(2, regularity.Ironed.Count);
        Assert.Equal(RegularityBasis.Scan, regularity.Basis);
        Assert.Equal(2, regularity.Ironed[0].To);    // the point of the revenue curve above a density step is a corner
    }

    [Fact]
    public void Unbounded_revenue_has_no_ironed_values()
    {
        var solved = VirtualTypes.Of(new ParetoPrior(.5, 1), default);
        Assert.Equal(RegularityClass.Irregular, solved.Regularity.Class);
        Assert.Empty(solved.Score.Pieces);
        Assert.Equal(double.PositiveInfinity, solved.MonopolyPrice());
        Assert.True(SingleItem.Sale(Objective.Efficient, new ParetoPrior(.5, 1)).Solve().BestReportWins);
    }

    [Fact]
    public void A_curve_inverts_its_pieces_and_jumps()
    {
        var curve = new ScoreCurve([new AffinePiece(0, 2, 1, 0), new ConstantPiece(2, 3, 5), new AffinePiece(3, 3, 1, 2), new AffinePiece(3, double.PositiveInfinity, 1, 2)]);
        Assert.Equal(double.NegativeInfinity, curve.Score(-1));
        Assert.Equal(1, curve.LowestMeeting(1));
        Assert.Equal(2, curve.LowestMeeting(2));
        Assert.Equal(2, curve.LowestMeeting(5));
        Assert.Equal(3, curve.LowestBeating(5));
        Assert.Equal(0, curve.LowestMeeting(-7));
        Assert.Equal(0, curve.LowestBeating(double.NegativeInfinity));
        Assert.Equal(4, curve.LowestMeeting(6));
        Assert.Equal(3, curve.Normalise().Pieces.Count);
        Assert.Equal(double.PositiveInfinity, new ScoreCurve([new ConstantPiece(0, double.PositiveInfinity, 1)]).LowestBeating(1));
    }

    [Theory]
    [MemberData(nameof(Smooth))]
    public void Inverses_of_virtual_values_are_exact_to_the_last_bits(Prior prior)
    {
        var curve = VirtualTypes.Of(prior, default).Score;
        foreach (var share in new[] { .05, .2, .5, .8, .95, .999 })
        {
            var type = prior.Quantile(share);
            var score = curve.Score(type);
            Assert.Equal(type, curve.LowestMeeting(score), 1e-11 * Math.Max(1, Math.Abs(type)));
            Assert.True(curve.Score(curve.LowestMeeting(score)) >= score);
            Assert.True(curve.LowestBeating(score) >= curve.LowestMeeting(score));
        }
    }

    public static TheoryData<Prior> Smooth() =>
    [
        new LognormalPrior(0, 1), new GammaPrior(2, 1), new BetaPrior(2, 3), new WeibullPrior(1.5, 2), new TruncatedNormalPrior(1, 1),
        new LogisticPrior(3, 1), new TriangularPrior(0, 1, 4), new TruncatedExponentialPrior(1, 2), new KumaraswamyPrior(2, 3),
        new GammaPrior(2, 1).Mirrored(), new LognormalPrior(0, 1).Mirrored(), new LogisticPrior(3, 1).Mirrored(),
    ];
}
