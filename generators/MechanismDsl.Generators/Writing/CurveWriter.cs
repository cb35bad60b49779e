using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes scores and their inverses: <c>Score</c>, and <c>Matching</c> and <c>Beating</c>, from which every threshold price follows.</summary>
internal sealed class CurveWriter(MechanismPlan plan, SourceWriter writer)
{
    private readonly Market _market = plan.Market;
    private readonly string _type = plan.Currency.Type;

    /// <summary>Writes the three functions for rules that compare scores.</summary>
    public void WriteScores(EquatableArray<Curve> curves)
    {
        writer.Doc("summary", $"The {_market.Score} of a {_market.Report}, by agent.");
        writer.Block($"private static double Score(int agent, {_type} {_market.Report}) => agent switch", () => WriteArms(curves, agent => $"Score{agent}({Cast()})"));
        TerminateSwitch();
        WriteInverse("Matching", curves, "reaches");
        WriteInverse("Beating", curves, "beats");
        for (var agent = 0; agent < curves.Count; agent++)
        {
            writer.Line();
            WriteScore(agent, curves[agent]);
            WriteTables(agent, curves[agent]);
            if (!plan.Currency.IsGrid)
            {
                writer.Line();
                WriteInverseOf("Matching", agent, curves[agent], _market.IsProcurement ? ">=" : "<=");
                writer.Line();
                WriteInverseOf("Beating", agent, curves[agent], _market.IsProcurement ? ">" : "<");
            }
        }
    }

    /// <summary>Writes the two functions for rules that compare reports, some of which count as equal.</summary>
    public void WriteBlocks(EquatableArray<Block> blocks)
    {
        writer.Doc("summary", $"The {_market.Worst} {_market.Report} that counts as equal to this one.");
        WriteBlockFunction("Matching", blocks, block => block.Worst, _market.Report);
        writer.Line();
        writer.Doc("summary", $"The {_market.Worst} {_market.Report} that counts as better than this one{(plan.Currency.IsGrid ? string.Empty : ", or the limit of such " + _market.Reports)}.");
        WriteBlockFunction("Beating", blocks, block => block.Beyond, plan.Currency.IsGrid ? $"{_market.Report} {(_market.IsProcurement ? "-" : "+")} {plan.Currency.Step}" : _market.Report);
    }

    /// <summary>Writes the question whether a report lies in a block.</summary>
    public void WriteIsPooled(EquatableArray<Block> blocks)
    {
        writer.Doc("summary", $"Whether the {_market.Report} lies in an ironed block.");
        var inside = blocks.Select(block => double.IsInfinity(block.Beyond)
            ? $"{_market.AtLeast} {plan.Currency.Literal(block.Worst)}"
            : $"({_market.AtLeast} {plan.Currency.Literal(block.Worst)} and {(_market.IsProcurement ? ">" : "<")} {plan.Currency.Literal(block.Beyond)})");
        writer.Line($"public static bool IsPooled({_type} {_market.Report}) => {_market.Report} is {string.Join(" or ", inside)};");
    }

    private void WriteBlockFunction(string name, EquatableArray<Block> blocks, Func<Block, double> end, string otherwise)
    {
        writer.Block($"private static {_type} {name}({_type} {_market.Report}) => {_market.Report} switch", () =>
        {
            foreach (var block in blocks)
            {
                var inside = $"{_market.AtLeast} {plan.Currency.Literal(block.Worst)}";
                inside = double.IsInfinity(block.Beyond) ? inside : inside + $" and {(_market.IsProcurement ? ">" : "<")} {plan.Currency.Literal(block.Beyond)}";
                writer.Line($"{inside} => {Amount(end(block))},");
            }

            writer.Line($"_ => {otherwise},");
        });
        TerminateSwitch();
    }

    private string Amount(double value) => double.IsInfinity(value) && plan.Currency.IsGrid
        ? plan.Currency.Type + (value > 0 ? ".MaxValue" : ".MinValue")
        : plan.Currency.Literal(value);

    private string Cast() => plan.Currency.Type == "decimal" ? $"(double){_market.Report}" : _market.Report;

    private void WriteArms(EquatableArray<Curve> curves, Func<int, string> arm)
    {
        for (var agent = 0; agent < curves.Count; agent++)
        {
            writer.Line($"{(agent == curves.Count - 1 ? "_" : NumberText.Exact(agent))} => {arm(agent)},");
        }
    }

    private void TerminateSwitch() => writer.EndStatement();

    private void WriteInverse(string name, EquatableArray<Curve> curves, string verb)
    {
        writer.Line();
        writer.Doc("summary", $"The {_market.Worst} {_market.Report} of an agent whose {_market.Score} {verb} the given one.");
        if (plan.Currency.IsGrid)
        {
            WriteGridInverse(name);
            return;
        }

        writer.Block($"private static double {name}(int agent, double score) => agent switch", () => WriteArms(curves, agent => $"{name}{agent}(score)"));
        TerminateSwitch();
    }

    /// <summary>On a grid the exact answer is found with the emitted score itself, which never falls: no rounding can make price and rule disagree.</summary>
    private void WriteGridInverse(string name)
    {
        var currency = plan.Currency;
        var (first, last) = (currency.Literal(0), currency.Literal(Market.LargestReport));
        var (worst, best) = _market.IsProcurement ? (last, first) : (first, last);
        var suffix = currency.Type == "long" ? "L" : string.Empty;
        var comparison = name == "Beating" ? _market.Beats : _market.AtLeast;
        writer.Block($"private static {_type} {name}(int agent, double score)", () =>
        {
            writer.Line($"// By bisection on the grid, because the {_market.Score} never {(_market.IsProcurement ? "falls as the cost rises" : "falls as the bid rises")}.");
            writer.Block($"if (Score(agent, {worst}) {comparison} score)", () => writer.Line($"return {worst};"));
            writer.Line();
            writer.Line($"var worse = {worst}{suffix};");
            writer.Line($"var better = {best}{suffix};");
            writer.Block($"while ({(_market.IsProcurement ? "worse - better" : "better - worse")} > {currency.Step})", () =>
            {
                writer.Line(currency.Type == "long"
                    ? "var middle = worse + ((better - worse) / 2);"
                    : $"var middle = decimal.Floor((worse + better) / 2 / {currency.Step}) * {currency.Step};");
                writer.Block($"if (Score(agent, middle) {comparison} score)", () => writer.Line("better = middle;"));
                writer.Block("else", () => writer.Line("worse = middle;"));
            });
            writer.Line();
            writer.Line("return better;");
        });
    }

    private void WriteScore(int agent, Curve curve)
    {
        var report = _market.Report;
        if (curve.Pieces.Count == 1 && curve.Pieces[0] is Piece.Line line)
        {
            writer.Line($"private static double Score{agent}(double {report}) => {AffineText.Of(line.Slope, line.Intercept, report)};");
            return;
        }

        writer.Block($"private static double Score{agent}(double {report}) => {report} switch", () =>
        {
            for (var index = curve.Pieces.Count - 1; index >= 0; index--)
            {
                var piece = curve.Pieces[index];
                writer.Line($"{_market.AtLeast} {NumberText.Exact(piece.Worst)} => {ScoreOf(piece, report, TableName(agent, index))},");
            }

            writer.Line($"_ => {_market.NeverServed},");
        });
        TerminateSwitch();
    }

    private static string ScoreOf(Piece piece, string report, string table) => piece switch
    {
        Piece.Table smooth => TableText.Call(report, table, smooth.Forward),
        Piece.Flat flat => NumberText.Exact(flat.Score),
        Piece.Line line => AffineText.Of(line.Slope, line.Intercept, report),
        _ => throw new InvalidOperationException($"A piece of kind {piece.GetType().Name} has no expression."),
    };

    private void WriteInverseOf(string name, int agent, Curve curve, string within)
    {
        if (curve.Pieces.Count == 1 && curve.Pieces[0] is Piece.Line line)
        {
            writer.Line($"private static double {name}{agent}(double score) => {Inverse(line)};");
            return;
        }

        writer.Block($"private static double {name}{agent}(double score) => score switch", () =>
        {
            var reached = _market.IsProcurement ? double.PositiveInfinity : double.NegativeInfinity;
            for (var index = 0; index < curve.Pieces.Count; index++)
            {
                var piece = curve.Pieces[index];
                switch (piece)
                {
                    case Piece.Table smooth:
                        reached = EndOf(curve, index, NumberText.Rounded(smooth.Forward.At(smooth.Beyond)));
                        writer.Line($"{within} {NumberText.Exact(reached)} => {TableText.Call("score", TableName(agent, index) + "Inverse", smooth.Inverse)},");
                        break;
                    case Piece.Flat flat when _market.IsProcurement ? flat.Score >= reached : flat.Score <= reached:
                        // The piece before ends with this score (up to rounding), so its inverse ends where this piece begins.
                        break;
                    case Piece.Flat flat:
                        reached = flat.Score;
                        writer.Line($"{within} {NumberText.Exact(flat.Score)} => {NumberText.Exact(piece.Worst)},");
                        break;
                    case Piece.Line affine when double.IsInfinity(piece.Beyond):
                        writer.Line($"_ => {Inverse(affine)},");
                        return;
                    case Piece.Line affine:
                        reached = EndOf(curve, index, NumberText.Rounded((affine.Slope * affine.Beyond) + affine.Intercept));
                        writer.Line($"{within} {NumberText.Exact(reached)} => {Inverse(affine)},");
                        break;
                }
            }

            writer.Line($"_ => double.{(_market.IsProcurement ? "Negative" : "Positive")}Infinity,");
        });
        TerminateSwitch();
    }

    /// <summary>The score with which a piece ends: that of the flat piece after it, where the two differ by rounding only, so that who must beat the flat has to pass it.</summary>
    private static double EndOf(Curve curve, int index, double reached) =>
        index + 1 < curve.Pieces.Count && curve.Pieces[index + 1] is Piece.Flat next && Math.Abs(next.Score - reached) <= 1e-12 * Math.Max(1, Math.Abs(reached))
            ? next.Score
            : reached;

    private static string TableName(int agent, int piece) => $"Table{agent}Of{piece}";

    private void WriteTables(int agent, Curve curve)
    {
        for (var index = 0; index < curve.Pieces.Count; index++)
        {
            if (curve.Pieces[index] is not Piece.Table table)
            {
                continue;
            }

            writer.Line();
            TableText.Write(writer, TableName(agent, index), table.Forward);
            if (!plan.Currency.IsGrid)
            {
                writer.Line();
                TableText.Write(writer, TableName(agent, index) + "Inverse", table.Inverse);
            }
        }
    }

    private string Inverse(Piece.Line line) =>
        $"{_market.Stricter}({NumberText.Exact(line.Worst)}, {AffineText.Inverse(line.Slope, line.Intercept, "score")})";
}
