using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Provision;

/// <summary>Writes what agents are charged for their types where payments balance.</summary>
internal static class ChargesWriter
{
    /// <summary>The nested type that holds them.</summary>
    public const string Name = "Charges";

    /// <summary>Writes the type.</summary>
    public static void Write(BalanceCode code, SourceWriter writer)
    {
        writer.Line();
        writer.Doc("summary", "What types are charged, which the others receive: a type is a buyer's value, or minus a seller's cost. Nothing here is for callers.");
        writer.Line(Stamp.Attribute());
        writer.Block($"private readonly struct {Name} : global::MechanismDsl.Kernels.IBalancedCharges", () =>
        {
            Member($"bool IsShared => {(code.IsShared ? "true" : "false")};");
            writer.Line();
            Member($"double Cost => {NumberText.Exact(code.Cost)};");
            writer.Line();
            ScoresWriter.WriteMember(writer, "Share(int agent)", [.. code.Shares.Select(share => NumberText.Exact(share))]);
            writer.Line();
            ScoresWriter.WriteMember(writer, "Charge(int agent, double type)", [.. Enumerable.Range(0, code.Charges.Count).Select(agent => FormattableString.Invariant($"Charge{agent}(type)"))]);
            for (var agent = 0; agent < code.Charges.Count; agent++)
            {
                writer.Line();
                PiecewiseText.Write(writer, FormattableString.Invariant($"Charge{agent}"), "type", FormattableString.Invariant($"Curve{agent}Part"), code.Charges[agent]);
            }
        });

        void Member(string text)
        {
            writer.Line("/// <inheritdoc/>");
            writer.Line("public static " + text);
        }
    }
}
