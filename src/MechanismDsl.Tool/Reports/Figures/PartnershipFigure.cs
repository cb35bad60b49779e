using MechanismDsl.Theory.Partnerships;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>The shares at which two partners agree to part efficiently (Cramton, Gibbons and Klemperer 1987).</summary>
internal static class PartnershipFigure
{
    /// <summary>The figure; null for more than two partners, or if no shares are admissible.</summary>
    public static Figure? Of(string id, SolvedPartnership solved) => solved is { Partners: [var first, _], Admissible: { } admissible }
        ? new Figure(
            id,
            "Shares at which both agree",
            $"The share of the first partner, from nothing to everything. Between {admissible.Low.Text()} and {admissible.High.Text()} an efficient dissolution needs no money from outside; nearer to the ends one partner is too nearly the owner.",
            new Axis("share of the first partner", 0, 1),
            new Axis(string.Empty, 0, 1) { Named = [] },
            [
                new BandLayer("needs money from outside", Hue.Second, [(0, 0, 1), (admissible.Low, 0, 1)]),
                new BandLayer("both agree", Hue.First, [(admissible.Low, 0, 1), (admissible.High, 0, 1)]),
                new BandLayer("needs money from outside", Hue.Second, [(admissible.High, 0, 1), (1, 0, 1)]),
                new MarkLayer(IsVertical: true, first.Share, $"here: {first.Share.Text()}, surplus {solved.Surplus.Text}"),
            ])
        { IsLow = true }
        : null;
}
