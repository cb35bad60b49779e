using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Matching;

/// <summary>Writes the result of a run with named agents: for each what it gets, as an index, and what it pays.</summary>
internal static class NamedResultWriter
{
    /// <summary>The members of the record, type and name.</summary>
    /// <param name="names">The names of the agents.</param>
    /// <param name="what">What an agent gets: <c>Item</c>, <c>Bid</c>.</param>
    /// <param name="money">The type of payments.</param>
    /// <param name="type">The type of what an agent gets.</param>
    public static string Members(IEnumerable<string> names, string what, string money, string type = "int") =>
        string.Join(", ", names.Select(name => $"{type} {Identifier.Member(name)}{what}, {money} {Identifier.Member(name)}Pays"));

    /// <summary>Writes the record.</summary>
    public static void Write(SourceWriter writer, EquatableArray<string> names, string what, string gets, Currency currency, bool hasItemNames, bool isSet = false)
    {
        writer.Line();
        writer.Doc("summary", "The outcome of one run.");
        foreach (var name in names)
        {
            writer.ParameterDoc(Identifier.Member(name) + what, $"{gets.Replace("NAME", name)}; {(isSet ? "0" : "−1")}: none.");
            writer.ParameterDoc(Identifier.Member(name) + "Pays", $"What {name} pays.");
        }

        writer.Line(Stamp.Attribute());
        var header = $"public readonly record struct Result({Members(names, what, currency.Type, isSet ? "ulong" : "int")})";
        if (!hasItemNames)
        {
            writer.Line(header + ";");
            return;
        }

        writer.Block(header, () =>
        {
            foreach (var name in names)
            {
                writer.Doc("summary", $"The name of the item that {name} gets; null if it gets none.");
                writer.Line($"public string? {Identifier.Member(name)}Gets => ItemName({Identifier.Member(name)}{what});");
            }
        });
    }
}
