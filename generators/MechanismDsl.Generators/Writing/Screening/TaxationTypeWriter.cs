using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Screening;

/// <summary>Writes the file of an income tax.</summary>
internal sealed class TaxationTypeWriter
{
    private const string Kernel = "global::MechanismDsl.Kernels.IncomeTax";
    private const string Assessment = "global::MechanismDsl.Assessment";

    private readonly TaxationPlan _plan;
    private readonly SourceWriter _writer;

    private TaxationTypeWriter(TaxationPlan plan, SourceWriter writer) => (_plan, _writer) = (plan, writer);

    /// <summary>The members that call sites may use, each without its body.</summary>
    public static IReadOnlyList<string> Signatures { get; } =
    [
        $"public static {Assessment} Run(double skill)",
        $"public static void RunBatch(global::System.ReadOnlySpan<double> skills, global::System.Span<{Assessment}> assessments)",
        "public static double Output(double skill)",
        "public static double Consumption(double skill)",
        "public static double MarginalTax(double skill)",
        "public static double Tax(double output)",
        $"public static string {ExplainWriter.Method}(double skill)",
    ];

    /// <summary>The text of the file.</summary>
    public static string Write(TaxationPlan plan) =>
        new MechanismFrame(plan, "ITaxation", "income tax", plan.Explanation[0].Text, plan.Explanation).Write(
            members => new TaxationTypeWriter(plan, members).WriteMembers(),
            constants: constants => WriteConstants(plan, constants));

    private static void WriteConstants(TaxationPlan plan, SourceWriter writer)
    {
        foreach (var number in plan.Numbers)
        {
            writer.Doc("summary", number.Summary);
            writer.Line(Stamp.Attribute());
            writer.Line($"public const double {number.Name} = {NumberText.Exact(number.Value)};");
            writer.Line();
        }
    }

    private void WriteMembers()
    {
        WriteHead("What a person does that chooses best.", "skill", "Its output per unit of labour.", "What it produces, keeps and pays.", "skill");
        WriteRun();
        WriteHead("What many persons do.", "skills", "The skill of each.", null, "skill");
        _writer.Block(Signatures[1], () =>
        {
            _writer.Line("global::MechanismDsl.Kernels.BatchShape.CheckAgents(assessments.Length, skills.Length, nameof(assessments));");
            _writer.Block("for (var person = 0; person < skills.Length; person++)", () => _writer.Line("assessments[person] = Run(skills[person]);"));
        });
        foreach (var (name, words) in new[] { ("Output", "What a person produces."), ("Consumption", "What a person keeps, with what is handed back."), ("MarginalTax", "How much less than one a further unit of output is worth to a person: 1 − output/skill².") })
        {
            WriteHead(words, "skill", "Its output per unit of labour.", null, "skill");
            _writer.Line($"public static double {name}(double skill) => Run(skill).{name};");
        }

        WriteHead("The tax on an output; negative: it is received.", "output", "The output.", "The tax, what is handed back deducted.", "output");
        WriteTax();
        WriteHead("Says what a person does, and why: what the tax leaves it, and what it would do without one.", "skill", "Its output per unit of labour.", null, "skill");
        _writer.Line($"{Signatures[6]} => {ExplainWriter.Package}TaxExplanation.Of(skill, Run, Tax);");
        if (_plan.Schedule is TaxRule.Continuous continuous)
        {
            WriteEngine(continuous);
        }
    }

    private void WriteRun()
    {
        switch (_plan.Schedule)
        {
            case TaxRule.Finite finite:
                _writer.Line($"{Signatures[0]} =>");
                _writer.Indented(() => _writer.Line($"{Kernel}.Assess(skill, {Lists(finite)});"));
                break;
            case TaxRule.Continuous continuous:
                _writer.Block(Signatures[0], () =>
                {
                    _writer.Line($"{Kernel}.CheckSkill(skill);");
                    _writer.Block($"if (skill < {NumberText.Exact(continuous.Low)})", () =>
                    {
                        _writer.Line("// Below all skills of the prior nobody works: the schedule leaves too little for so much labour.");
                        _writer.Line($"return new(0, Rebate + Engine.Rent({NumberText.Exact(continuous.Low)}), 1);");
                    });
                    _writer.Line();
                    _writer.Block($"if (skill > {NumberText.Exact(continuous.High)})", () =>
                    {
                        _writer.Line("// Above them the tax is constant, so that output is what is worth its labour.");
                        _writer.Line($"return new(skill * skill, (skill * skill) - ({NumberText.Exact(continuous.TopTax)}), 0);");
                    });
                    _writer.Line();
                    _writer.Line(continuous.UniformWeight is null
                        ? $"var output = global::System.Math.Max(Engine.Output(skill), {NumberText.Exact(continuous.LowestOutput)});"
                        : "var output = Engine.Output(skill);");
                    _writer.Line($"return new(output, Rebate + Engine.Rent(skill) + {Kernel}.Effort(output, skill), 1 - (output / (skill * skill)));");
                });
                break;
            default:
                _writer.Block(Signatures[0], () =>
                {
                    _writer.Line($"{Kernel}.CheckSkill(skill);");
                    _writer.Line("return new(skill * skill, skill * skill, 0);");
                });
                break;
        }
    }

    private void WriteTax()
    {
        switch (_plan.Schedule)
        {
            case TaxRule.Finite finite:
                _writer.Line($"{Signatures[5]} =>");
                _writer.Indented(() => _writer.Line($"{Kernel}.Tax(output, {Lists(finite)});"));
                break;
            case TaxRule.Continuous continuous:
                _writer.Block(Signatures[5], () =>
                {
                    _writer.Line($"{Kernel}.CheckOutput(output);");
                    _writer.Block($"if (output >= {NumberText.Exact(continuous.HighestOutput)})", () => _writer.Line($"return {NumberText.Exact(continuous.TopTax)};"));
                    _writer.Line();
                    _writer.Line($"var skill = {Kernel}.SkillOf(output, {NumberText.Exact(continuous.Low)}, {NumberText.Exact(continuous.High)}, Engine.Output);");
                    _writer.Line($"return output - Rebate - Engine.Rent(skill) - {Kernel}.Effort(output, skill);");
                });
                break;
            default:
                _writer.Block(Signatures[5], () =>
                {
                    _writer.Line($"{Kernel}.CheckOutput(output);");
                    _writer.Line("return 0;");
                });
                break;
        }
    }

    private void WriteEngine(TaxRule.Continuous continuous)
    {
        _writer.Line();
        _writer.Doc("summary", "What the skills of the prior do.");
        _writer.Line(Stamp.Attribute());
        _writer.Block($"private static class {GeneratedMembers.Engine}", () =>
        {
            _writer.Doc("summary", "What a skill of the prior produces.");
            if (continuous.UniformWeight is { } weight)
            {
                var twice = weight == 1 ? "2" : NumberText.Exact(2 * weight);
                _writer.Line($"public static double Output(double skill) => skill * skill * skill / (skill + ({twice} * ({NumberText.Exact(continuous.High)} - skill)));");
            }
            else
            {
                PiecewiseText.Write(_writer, "Output", "skill", "Outputs", continuous.Outputs);
            }

            _writer.Line();
            _writer.Doc("summary", "What a skill of the prior is left with, before anything is handed back: the integral of output²/x³ up to it.");
            PiecewiseText.Write(_writer, "Rent", "skill", "Rents", continuous.Rents);
        });
    }

    private static string Lists(TaxRule.Finite finite) => string.Join(", ", new[] { finite.Skills, finite.Outputs, finite.Utilities }.Select(list => $"[{string.Join(", ", list.Select(number => NumberText.Exact(number)))}]"));

    private void WriteHead(string summary, string parameter, string words, string? returns, string domain)
    {
        _writer.Line();
        _writer.Doc("summary", summary);
        _writer.ParameterDoc(parameter, words);
        if (parameter == "skills")
        {
            _writer.ParameterDoc("assessments", "Receives one entry a person.");
        }

        if (returns is not null)
        {
            _writer.Line($"/// <returns>{returns}</returns>");
        }

        _writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">The {domain} lies outside its domain; the message names both.</exception>");
        _writer.Line(Stamp.Attribute());
    }
}
