using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Partnerships;

/// <summary>Writes what a partner is charged for its report, as a function of it.</summary>
internal static class ChargeWriter
{
    /// <summary>Writes the method, and the tables that it reads.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="rule">The charge.</param>
    /// <param name="suffix">What tells methods and tables of different partners apart.</param>
    public static void Write(SourceWriter writer, ChargeRule rule, string suffix)
    {
        writer.Doc("summary", "What a report takes from the others in expectation: the highest of their values, where it is not above the report.");
        switch (rule)
        {
            case ChargeRule.Uniform uniform:
                WriteUniform(writer, uniform, suffix);
                break;
            case ChargeRule.Tables tables:
                WriteTables(writer, tables, suffix);
                break;
            default:
                throw new NotSupportedException($"No text is known for {rule.GetType().Name}.");
        }
    }

    private static void WriteUniform(SourceWriter writer, ChargeRule.Uniform uniform, string suffix) =>
        writer.Block($"public static double Charge{suffix}(double report)", () =>
        {
            var (low, high) = (NumberText.Exact(uniform.Low), NumberText.Exact(uniform.High));
            var width = uniform.High - uniform.Low;
            writer.Line($"var value = global::System.Math.Clamp(report, {low}, {high});");
            writer.Line("// The part of each other partner's values below this one.");
            writer.Line($"var part = {(uniform.Low == 0 ? "value" : $"(value - {low})")}{(width == 1 ? string.Empty : $" / {NumberText.Exact(width, asDouble: true)}")};");
            var share = $"(value - ({(width == 1 ? string.Empty : $"{NumberText.Exact(width)} * ")}part / {uniform.Partners}))";
            writer.Line(uniform.Partners == 2 ? $"return part * {share};" : $"return global::System.Math.Pow(part, {uniform.Partners - 1}) * {share};");
        });

    private static void WriteTables(SourceWriter writer, ChargeRule.Tables tables, string suffix) =>
        PiecewiseText.Write(writer, $"Charge{suffix}", "report", $"Curve{suffix}{(suffix.Length > 0 ? "Part" : string.Empty)}", tables.Pieces, "0", NumberText.Exact(tables.Top));
}
