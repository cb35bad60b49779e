using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Provision;

/// <summary>Writes the scores of types, and their inverses, from which every price follows. In a market agents of equal scores are told apart, so that there are two inverses.</summary>
internal sealed class ScoresWriter(ScoreCode code, SourceWriter writer, bool isMarket = false)
{
    /// <summary>The nested type that holds them.</summary>
    public const string Name = "Scores";

    /// <summary>Writes the type.</summary>
    public void Write()
    {
        writer.Line();
        writer.Doc("summary", "The scores of types: a buyer's value, or minus a seller's cost. Nothing here is for callers.");
        writer.Line(Stamp.Attribute());
        writer.Block($"private readonly struct {Name} : global::MechanismDsl.Kernels.{(isMarket ? "IMarketScores" : "ITypeScores")}", () =>
        {
            writer.Line("/// <inheritdoc/>");
            writer.Line($"public static double Least => {NumberText.Exact(code.Least)};");
            WriteMember("Floor(int agent)", index => NumberText.Exact(code.Agents[index].Floor));
            WriteMember("Score(int agent, double type)", index => code.Agents[index].Pieces.Count == 0 ? "type" : $"Score{index}(type)");
            WriteMember("Lowest(int agent, double score)", index => code.Agents[index].Pieces.Count == 0 ? "score" : $"Lowest{index}(score)");
            if (isMarket)
            {
                WriteMember("Above(int agent, double score)", index => code.Agents[index].Pieces.Count == 0 ? "score" : $"{(HasBlocks(index) ? "Above" : "Lowest")}{index}(score)");
            }

            for (var agent = 0; agent < code.Agents.Count; agent++)
            {
                if (code.Agents[agent].Pieces.Count > 0)
                {
                    WriteScore(agent, code.Agents[agent].Pieces);
                    WriteInverse("Lowest", "<=", agent, code.Agents[agent].Pieces);
                    if (isMarket && HasBlocks(agent))
                    {
                        WriteInverse("Above", "<", agent, code.Agents[agent].Pieces);
                    }

                    WriteTables(agent, code.Agents[agent].Pieces);
                }
            }
        });
        if (code.Balance is { } balance)
        {
            ChargesWriter.Write(balance, writer);
        }
    }

    private void WriteMember(string signature, Func<int, string> value)
    {
        writer.Line();
        WriteMember(writer, signature, [.. Enumerable.Range(0, code.Agents.Count).Select(value)]);
    }

    /// <summary>A member that differs by agent only where the agents do.</summary>
    public static void WriteMember(SourceWriter writer, string signature, IReadOnlyList<string> values)
    {
        writer.Line("/// <inheritdoc/>");
        if (values.Distinct().Count() == 1)
        {
            writer.Line($"public static double {signature} => {values[0]};");
            return;
        }

        writer.Block($"public static double {signature} => agent switch", () =>
        {
            for (var agent = 0; agent < values.Count; agent++)
            {
                writer.Line($"{(agent == values.Count - 1 ? "_" : NumberText.Exact(agent))} => {values[agent]},");
            }
        });
        writer.EndStatement();
    }

    private void WriteScore(int agent, EquatableArray<Piece> pieces)
    {
        writer.Line();
        writer.Block($"private static double Score{agent}(double type) => type switch", () =>
        {
            for (var index = pieces.Count - 1; index >= 0; index--)
            {
                var guard = index == 0 ? "_" : $">= {NumberText.Exact(pieces[index].Worst)}";
                writer.Line($"{guard} => {Score(pieces[index], Table(agent, index))},");
            }
        });
        writer.EndStatement();
    }

    private static string Score(Piece piece, string table) => piece switch
    {
        Piece.Table smooth => TableText.Call("type", table, smooth.Forward),
        Piece.Flat flat => NumberText.Exact(flat.Score),
        Piece.Line line => AffineText.Of(line.Slope, line.Intercept, "type"),
        _ => throw new InvalidOperationException($"A piece of kind {piece.GetType().Name} has no expression."),
    };

    private bool HasBlocks(int agent) => code.Agents[agent].Pieces.Any(piece => piece is Piece.Flat);

    /// <summary>The lowest type whose score is at least, or above, the given one: a block is passed by scores above its own only.</summary>
    private void WriteInverse(string name, string upTo, int agent, EquatableArray<Piece> pieces)
    {
        writer.Line();
        writer.Block($"private static double {name}{agent}(double score) => score switch", () =>
        {
            var reached = double.NegativeInfinity;
            for (var index = 0; index < pieces.Count; index++)
            {
                // A block that begins where the piece before it ends has the last word on where that is: its own score is passed exactly.
                var next = upTo == "<" && index + 1 < pieces.Count && pieces[index + 1] is Piece.Flat block ? block.Score : double.PositiveInfinity;
                switch (pieces[index])
                {
                    case Piece.Table table:
                        reached = Math.Min(next, NumberText.Rounded(table.Forward.At(table.Beyond)));
                        writer.Line($"{upTo} {NumberText.Exact(reached)} => {TableText.Call("score", Table(agent, index) + "Inverse", table.Inverse)},");
                        break;
                    case Piece.Flat flat when flat.Score <= reached:
                        // The piece before ends with this score (up to rounding), so its inverse ends where this piece begins.
                        break;
                    case Piece.Flat flat:
                        reached = flat.Score;
                        writer.Line($"{upTo} {NumberText.Exact(flat.Score)} => {NumberText.Exact(flat.Worst)},");
                        break;
                    case Piece.Line line when double.IsInfinity(line.Beyond):
                        writer.Line($"_ => {Inverse(line)},");
                        return;
                    case Piece.Line line:
                        reached = Math.Min(next, NumberText.Rounded((line.Slope * line.Beyond) + line.Intercept));
                        writer.Line($"{upTo} {NumberText.Exact(reached)} => {Inverse(line)},");
                        break;
                }
            }

            writer.Line("_ => double.PositiveInfinity,");
        });
        writer.EndStatement();
    }

    private static string Inverse(Piece.Line line) => double.IsInfinity(line.Worst)
        ? AffineText.Inverse(line.Slope, line.Intercept, "score")
        : $"global::System.Math.Max({NumberText.Exact(line.Worst)}, {AffineText.Inverse(line.Slope, line.Intercept, "score")})";

    private void WriteTables(int agent, EquatableArray<Piece> pieces)
    {
        for (var index = 0; index < pieces.Count; index++)
        {
            if (pieces[index] is Piece.Table table)
            {
                foreach (var (name, curve) in new[] { (Table(agent, index), table.Forward), (Table(agent, index) + "Inverse", table.Inverse) })
                {
                    writer.Line();
                    TableText.Write(writer, name, curve, "global::MechanismDsl.Kernels.");
                }
            }
        }
    }

    private static string Table(int agent, int piece) => $"Table{agent}Of{piece}";
}
