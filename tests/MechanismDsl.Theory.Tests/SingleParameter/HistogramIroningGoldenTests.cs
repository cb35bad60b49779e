using System.Text.Json;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.Tests.Golden;

namespace MechanismDsl.Theory.Tests.SingleParameter;

/// <summary>Piecewise constant densities against the oracle's bitangents, corner tangents and chords.</summary>
public sealed class HistogramIroningGoldenTests
{
    [Theory, Golden("iron-hist-*")]
    public void Virtual_values_at_the_ends_of_bins_agree(string id)
    {
        var prior = PriorOf(GoldenCase.Get(id).Inputs);
        foreach (var segment in GoldenCase.Get(id).Expected.GetProperty("virtual_on_segments").EnumerateArray())
        {
            var from = GoldenCase.Number(segment.GetProperty("segment")[0]);
            var to = GoldenCase.Number(segment.GetProperty("segment")[1]);
            GoldenCase.Near(segment.GetProperty("phi_at_lo"), prior.VirtualValue(from));
            GoldenCase.Near(segment.GetProperty("phi_at_hi"), 2 * prior.VirtualValue((from + to) / 2) - prior.VirtualValue(from));
        }
    }

    [Theory, Golden("iron-hist-*")]
    public void Blocks_ironed_values_and_prices_agree(string id)
    {
        var golden = GoldenCase.Get(id);
        var prior = PriorOf(golden.Inputs);
        var solved = VirtualTypes.Of(prior, CancellationToken.None);
        var blocks = golden.Expected.GetProperty("ironed_intervals").EnumerateArray().ToList();
        Assert.Equal(blocks.Count, solved.Regularity.Ironed.Count);
        Assert.Equal(blocks.Count > 0, solved.Regularity.Class == RegularityClass.Irregular);
        foreach (var (expected, block) in blocks.Zip(solved.Regularity.Ironed))
        {
            GoldenCase.Near(expected.GetProperty("value_from"), block.From);
            GoldenCase.Near(expected.GetProperty("value_to"), block.To);
            GoldenCase.Near(expected.GetProperty("ironed_virtual_value"), block.Score);
            GoldenCase.Near(expected.GetProperty("q_from"), prior.Survival(block.To));
            GoldenCase.Near(expected.GetProperty("q_to"), prior.Survival(block.From));
        }

        foreach (var (type, score) in GoldenCase.Table(golden.Expected.GetProperty("ironed_virtual_at_values")))
        {
            Assert.Equal(score, solved.Score.Score(type), 1e-12);
        }

        GoldenCase.Near(golden.Expected.GetProperty("monopoly_price"), solved.MonopolyPrice());
        GoldenCase.Near(golden.Expected.GetProperty("posted_price_revenue"), solved.MonopolyPrice() * prior.Survival(solved.MonopolyPrice()));
    }

    [Fact]
    public void A_mixture_of_uniforms_is_ironed_as_the_histogram_that_it_is()
    {
        var histogram = new HistogramPrior([0, 3, 8], [.75, .25]);
        var mixture = new MixturePrior([new UniformPrior(0, 3), new UniformPrior(3, 8)], [3, 1]);
        Assert.Equal(VirtualTypes.Of(histogram, default).Score, VirtualTypes.Of(mixture, default).Score);
        Assert.Equal(VirtualTypes.Of(histogram, default).Regularity, VirtualTypes.Of(mixture, default).Regularity);
    }

    [Fact]
    public void Equal_densities_that_are_not_exact_in_binary_stay_regular()
    {
        // Densities 1/10 on each of ten bins, written as decimals that no double holds: ψ is continuous, and a fall by round-off would be wrong.
        var edges = Enumerable.Range(0, 11).Select(edge => edge / 10.0).ToEquatableArray();
        var prior = new HistogramPrior(edges, Enumerable.Repeat(.1, 10).ToEquatableArray());
        var solved = VirtualTypes.Of(prior, default);
        Assert.Equal(RegularityClass.MonotoneHazardRate, solved.Regularity.Class);
        Assert.Equal([new AffinePiece(0, double.PositiveInfinity, 2, -1)], solved.Score.Pieces);
    }

    private static HistogramPrior PriorOf(JsonElement inputs) => new(
        GoldenCase.Numbers(inputs.GetProperty("breaks")).ToEquatableArray(),
        GoldenCase.Numbers(inputs.GetProperty("masses")).ToEquatableArray());
}
