using System.Globalization;
using System.Text.Json;
using Fractions;

namespace MechanismDsl.Theory.Tests.Golden;

/// <summary>One case of cases.json: numbers of the theory, computed by an independent oracle in exact fractions or 30 digits.</summary>
public sealed record GoldenCase(string Id, string Topic, JsonElement Inputs, JsonElement Expected)
{
    private static readonly Lazy<IReadOnlyList<GoldenCase>> Cases = new(Load);

    /// <summary>All cases, in the order of the file.</summary>
    public static IReadOnlyList<GoldenCase> All => Cases.Value;

    /// <summary>The case with this id.</summary>
    public static GoldenCase Get(string id) => All.Single(golden => golden.Id == id);

    /// <summary>A number written as "p/q", as a JSON number, or as { exact, dec }.</summary>
    public static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetDouble(),
        JsonValueKind.String => Parse(element.GetString()!),
        _ => element.TryGetProperty("exact", out var exact) ? Parse(exact.GetString()!) : Parse(element.GetProperty("dec").GetString()!),
    };

    /// <summary>The numbers of an array.</summary>
    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(Number)];

    /// <summary>The entries of a table from text keys to numbers.</summary>
    public static IEnumerable<(double Key, double Value)> Table(JsonElement table) =>
        table.EnumerateObject().Select(entry => (Parse(entry.Name), Number(entry.Value)));

    /// <summary>A number that the oracle knows as a fraction.</summary>
    public static Fraction Rational(JsonElement element) =>
        Fraction.FromString(element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetProperty("exact").GetString()!, CultureInfo.InvariantCulture);

    /// <summary>
    /// Equal to 1e-12 relative where the oracle gives a fraction; to 1e-13 absolute plus the half unit of its 15th digit where it gives decimals.
    /// </summary>
    public static void Near(JsonElement expected, double actual)
    {
        var value = Number(expected);
        var tolerance = 1e-12 * Math.Max(1, Math.Abs(value));
        Assert.True(Math.Abs(value - actual) <= tolerance, FormattableString.Invariant($"expected {value:R}, actual {actual:R}, difference {actual - value:E2}"));
    }

    /// <inheritdoc/>
    public override string ToString() => Id;

    private static double Parse(string text) => Fraction.FromString(text, CultureInfo.InvariantCulture).ToDouble();

    private static IReadOnlyList<GoldenCase> Load()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Golden", "cases.json");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return
        [
            .. document.RootElement.GetProperty("cases").EnumerateArray().Select(element => new GoldenCase(
                element.GetProperty("id").GetString()!,
                element.GetProperty("topic").GetString()!,
                element.GetProperty("inputs").Clone(),
                element.GetProperty("expected").Clone())),
        ];
    }
}
