using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Screening;
using MechanismDsl.Tool.Reports.Charts;

namespace MechanismDsl.Tool.Reports.Figures;

/// <summary>An income tax: what every skill produces, keeps and pays (Mirrlees 1971).</summary>
internal static class TaxFigures
{
    private const int Points = 160;

    /// <summary>Output and consumption by skill, and the marginal tax.</summary>
    public static IEnumerable<Figure> Of(string id, SolvedTaxation tax, CancellationToken cancellation)
    {
        var rows = tax.Brackets.Count > 0 ? [.. OfBrackets(tax)] : OfCurve(tax, cancellation).ToList();
        if (rows.Count == 0)
        {
            yield break;
        }

        var isFinite = tax.Brackets.Count > 0;
        var skills = Axis.Exactly("skill", rows.Select(row => row.Skill), withZero: rows.Min(row => row.Skill) < 0.5 * rows.Max(row => row.Skill));
        var numbers = new NumberTable(
            ["skill", "output", "consumption", "tax", "marginal tax"],
            [.. Few(rows, isFinite).Select(row => (IReadOnlyList<string>)[row.Skill.Text(), row.Output.Text(), row.Consumption.Text(), (row.Output - row.Consumption).Text(), row.Marginal.Text()])]);
        yield return new Figure(
            $"{id}-output",
            "Output and consumption by skill",
            "What people of each skill produce and what they keep of it, with what is handed back; without a tax everybody would produce the square of its skill." + Bunched(tax),
            skills,
            Axis.Holding("output, consumption", rows.SelectMany(row => new[] { row.Output, row.Consumption, row.Skill * row.Skill })),
            [
                new LineLayer("output without a tax", Hue.Quiet, [.. Efficient(rows)]) { IsDashed = true },
                .. Series("output", Hue.First, row => row.Output),
                .. Series("consumption", Hue.Third, row => row.Consumption),
            ]) { Numbers = numbers };
        yield return new Figure(
            $"{id}-marginal",
            "Marginal tax by skill",
            "The part of one more unit of output that is lost to whoever produces it. The highest skill loses nothing (Sadka 1976; Seade 1977).",
            skills,
            Axis.Holding("marginal tax", [.. rows.Select(row => row.Marginal), 0, 1]),
            [.. Series("marginal tax", Hue.Second, row => row.Marginal)]);

        IEnumerable<Layer> Series(string name, Hue hue, Func<Row, double> of) => isFinite
            ? [new DotLayer(name, hue, [.. rows.Select(row => (new Point(row.Skill, of(row)), $"skill {row.Skill.Text()}: {name} {of(row).Text()}"))])]
            : [new LineLayer(name, hue, [.. rows.Select(row => new Point(row.Skill, of(row)))])];
    }

    private static string Bunched(SolvedTaxation tax) => tax.Bunches.Count == 0 ? string.Empty
        : " Pooled: " + string.Join(", ", tax.Bunches.Select(bunch => $"skills of [{bunch.From.Text()}, {bunch.To.Text()}] all produce {bunch.Output.Text()}")) + ".";

    private static IEnumerable<Row> OfBrackets(SolvedTaxation tax) => tax.Brackets.Select(bracket => new Row(
        Amount.Of(bracket.Skill).Value,
        Amount.Of(bracket.Output).Value,
        Amount.Of(bracket.Consumption).Value + tax.Rebate.Value,
        Amount.Of(bracket.MarginalTax).Value));

    private static IEnumerable<Row> OfCurve(SolvedTaxation tax, CancellationToken cancellation)
    {
        var curve = TaxationSolver.CurveOf(tax.Problem, cancellation);
        var (low, high) = (curve.Kinks[0], curve.Kinks[^1]);
        for (var step = 0; step <= Points; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            var skill = low + ((high - low) * step / Points);
            var output = curve.At(skill);
            var labour = skill == 0 ? 0 : output / skill;
            yield return new Row(skill, output, curve.Rent(skill) + (labour * labour / 2) + tax.Rebate.Value, skill == 0 ? double.NaN : 1 - (output / (skill * skill)));
        }
    }

    private static IEnumerable<Point> Efficient(List<Row> rows)
    {
        var (low, high) = (rows.Min(row => row.Skill), rows.Max(row => row.Skill));
        return Enumerable.Range(0, 61).Select(step => low + ((high - low) * step / 60)).Select(skill => new Point(skill, skill * skill));
    }

    private static IEnumerable<Row> Few(List<Row> rows, bool isFinite) => isFinite ? rows : Enumerable.Range(0, 11).Select(step => rows[step * (rows.Count - 1) / 10]);

    private sealed record Row(double Skill, double Output, double Consumption, double Marginal);
}
