using MechanismDsl.Generators.Planning;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing.Partnerships;

/// <summary>Writes the file of a partnership.</summary>
internal sealed class PartnershipTypeWriter
{
    private readonly PartnershipPlan _plan;
    private readonly SourceWriter _writer;
    private readonly string _money;
    private readonly string _reports;

    private PartnershipTypeWriter(PartnershipPlan plan, SourceWriter writer)
    {
        (_plan, _writer, _money) = (plan, writer, plan.Currency.Type);
        _reports = $"global::System.ReadOnlySpan<{_money}> reports";
    }

    /// <summary>The text of the file.</summary>
    public static string Write(PartnershipPlan plan) =>
        new MechanismFrame(plan, $"IMechanism<{plan.Currency.Type}, {Outcome(plan.Currency.Type)}>", "partnership", plan.Explanation[0].Text, plan.Explanation).Write(
            members => new PartnershipTypeWriter(plan, members).WriteMembers(),
            constants: constants => WriteConstants(plan, constants));

    /// <summary>The type of an outcome.</summary>
    public static string Outcome(string money) => $"global::MechanismDsl.Dissolution<{money}>";

    private static void WriteConstants(PartnershipPlan plan, SourceWriter writer)
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
        WriteRun();
        WriteRunInto();
        WriteBatch();
        if (_plan.Names.Count > 0)
        {
            WriteNamed();
        }

        WriteExplain();
        WriteEngine();
    }

    private void WriteExplain()
    {
        var charges = string.Join(", ", Enumerable.Range(0, _plan.Count).Select(partner => $"Engine.Charge{Suffix(partner)}({(_plan.Currency.IsGrid ? "(double)" : string.Empty)}own[{partner}])"));
        new ExplainWriter(_writer).Write(
            [($"global::System.ReadOnlySpan<{_money}>", "reports", "What the whole firm is worth to every partner, in order.")],
            "partner",
            asked => $"{ExplainWriter.Package}PartnershipExplanation.Of<{_money}>(reports, {asked}, {ExplainWriter.Names(_plan.Names)}, static own => [{charges}], [{string.Join(", ", _plan.Sides.Select(side => NumberText.Exact(side)))}], static own => Run(own))");
    }

    /// <summary>What tells the charge of a partner from those of the others; nothing where all are charged alike.</summary>
    private string Suffix(int partner) => _plan.Charges.Count == 1 ? string.Empty : partner.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private void WriteRun()
    {
        _writer.Line();
        _writer.Doc("summary", "Dissolves the partnership once.");
        Remarks.WriteShort(_writer, _plan.Type, _plan.Explanation[0].Text);
        _writer.ParameterDoc("reports", "What the whole firm is worth to every partner, in order.");
        _writer.Line("/// <returns>Who gets everything, and what every partner pays.</returns>");
        WriteExceptions("There is not one report a partner.");
        _writer.Block($"public static {Outcome(_money)} Run({_reports})", () =>
        {
            _writer.Line($"var payments = new {_money}[{_plan.Count}];");
            _writer.Line("var owner = Run(reports, payments);");
            _writer.Line("return new(owner, payments);");
        });
    }

    private void WriteRunInto()
    {
        _writer.Line();
        _writer.Doc("summary", "Dissolves the partnership once, without allocating.");
        _writer.ParameterDoc("reports", "What the whole firm is worth to every partner, in order.");
        _writer.ParameterDoc("payments", "Receives what every partner pays; negative: it receives that.");
        _writer.Line("/// <returns>The partner that gets everything, counted from 0.</returns>");
        WriteExceptions("There is not one report and one payment a partner.");
        _writer.Block($"public static int Run({_reports}, global::System.Span<{_money}> payments)", () =>
        {
            var grid = _plan.Currency.IsGrid;
            _writer.Line($"global::MechanismDsl.Kernels.Settlement.Check(reports, payments.Length, {_plan.Count}{(grid ? $", {_plan.Currency.Step}" : string.Empty)});");
            _writer.Line("var owner = global::MechanismDsl.Kernels.Settlement.Owner(reports);");
            _writer.Line("// What each report takes from the others in expectation.");
            if (grid)
            {
                _writer.Line($"global::System.Span<double> charges = stackalloc double[{_plan.Count}];");
            }

            for (var partner = 0; partner < _plan.Count; partner++)
            {
                var report = grid ? $"(double)reports[{partner}]" : $"reports[{partner}]";
                _writer.Line($"{(grid ? "charges" : "payments")}[{partner}] = Engine.Charge{Suffix(partner)}({report});");
            }

            _writer.Line("// The others receive it in equal parts.");
            var sides = string.Join(", ", _plan.Sides.Select(_plan.Currency.Literal));
            _writer.Line(grid
                ? $"global::MechanismDsl.Kernels.Settlement.Balance<{_money}>(charges, [{sides}], {_plan.Currency.Step}, payments);"
                : $"global::MechanismDsl.Kernels.Settlement.Balance(payments, [{sides}]);");
            _writer.Line("return owner;");
        });
    }

    private void WriteBatch()
    {
        _writer.Line();
        _writer.Doc("summary", "Dissolves the partnership at many profiles, one after the other.");
        _writer.ParameterDoc("reports", "Row by row: the first profile, then the second, and so on.");
        _writer.ParameterDoc("agents", "Number of reports in a row: that of the partners.");
        _writer.ParameterDoc("outcomes", "Receives one outcome a profile; they share one block of memory.");
        WriteExceptions("The lengths do not fit.");
        _writer.Block($"public static void RunBatch({_reports}, int agents, global::System.Span<{Outcome(_money)}> outcomes)", () =>
        {
            _writer.Line("global::MechanismDsl.Kernels.BatchShape.CheckRows(reports.Length, agents, outcomes.Length);");
            _writer.Line($"var payments = new {_money}[reports.Length];");
            _writer.Block("for (var profile = 0; profile < outcomes.Length; profile++)", () =>
            {
                _writer.Line("var owner = Run(reports.Slice(profile * agents, agents), global::System.MemoryExtensions.AsSpan(payments, profile * agents, agents));");
                _writer.Line($"outcomes[profile] = new(owner, new global::System.ReadOnlyMemory<{_money}>(payments, profile * agents, agents));");
            });
        });
    }

    private void WriteNamed()
    {
        var parameters = _plan.Names.Select(Identifier.Parameter).ToList();
        _writer.Line();
        _writer.Doc("summary", "Dissolves the partnership once, partners by name.");
        foreach (var name in _plan.Names)
        {
            _writer.ParameterDoc(Identifier.Local(name), $"What the whole firm is worth to {name}.");
        }

        _writer.Line("/// <returns>Who gets everything, and what every partner pays.</returns>");
        WriteExceptions();
        _writer.Line($"public static Result Run({string.Join(", ", parameters.Select(name => $"{_money} {name}"))}) => Engine.Named([{string.Join(", ", parameters)}]);");
        _writer.Line();
        _writer.Doc("summary", "The outcome by name.");
        _writer.ParameterDoc("Owner", "The partner that gets everything, counted from 0 in the order of the declaration.");
        foreach (var name in _plan.Names.Select(Identifier.Member))
        {
            _writer.ParameterDoc(name + "Pays", $"What {name} pays; negative: it receives that.");
        }

        _writer.Line(Stamp.Attribute());
        _writer.Block($"public readonly record struct Result(int Owner, {string.Join(", ", _plan.Names.Select(name => $"{_money} {Identifier.Member(name)}Pays"))})", () =>
        {
            _writer.Doc("summary", "The name of the partner that gets everything.");
            _writer.Block("public string OwnerName => Owner switch", () =>
            {
                for (var partner = 0; partner < _plan.Count; partner++)
                {
                    _writer.Line($"{(partner == _plan.Count - 1 ? "_" : partner)} => {Text.Literal(_plan.Names[partner])},");
                }
            });
            _writer.EndStatement();
        });
    }

    private void WriteEngine()
    {
        _writer.Line();
        _writer.Doc("summary", "What partners are charged.");
        _writer.Line(Stamp.Attribute());
        _writer.Block($"private static class {GeneratedMembers.Engine}", () =>
        {
            for (var index = 0; index < _plan.Charges.Count; index++)
            {
                if (index > 0)
                {
                    _writer.Line();
                }

                ChargeWriter.Write(_writer, _plan.Charges[index], Suffix(index));
            }

            if (_plan.Names.Count > 0)
            {
                _writer.Line();
                _writer.Doc("summary", "The outcome by name.");
                _writer.Block($"public static Result Named({_reports})", () =>
                {
                    _writer.Line($"global::System.Span<{_money}> payments = stackalloc {_money}[{_plan.Count}];");
                    _writer.Line("var owner = Run(reports, payments);");
                    _writer.Line($"return new(owner, {string.Join(", ", _plan.Names.Select((_, partner) => $"payments[{partner}]"))});");
                });
            }
        });
    }

    private void WriteExceptions(string? shape = null)
    {
        _writer.Line("/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A report outside the domain; the message names the partner, the value and the domain.</exception>");
        if (shape is not null)
        {
            _writer.Line($"/// <exception cref=\"global::System.ArgumentException\">{shape}</exception>");
        }

        _writer.Line(Stamp.Attribute());
    }
}
