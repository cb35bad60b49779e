using MechanismDsl.Generators.Planning;
using MechanismDsl.Generators.Writing.Exchange;
using MechanismDsl.Generators.Writing.Matching;
using MechanismDsl.Generators.Writing.Optimal;
using MechanismDsl.Generators.Writing.Partnerships;
using MechanismDsl.Generators.Writing.Screening;
using MechanismDsl.Generators.Writing.Units;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing;

/// <summary>
/// Writes the signatures of a mechanism whose declaration has errors, so that its call sites do not drown the real error in others. Bodies
/// throw; no guarantee is claimed.
/// </summary>
internal sealed class SkeletonWriter
{
    private readonly Declaration _declaration;
    private readonly TypeIdentity _type;
    private readonly SkeletonShape _shape;
    private readonly string _reason;
    private readonly SourceWriter _writer = new();

    private SkeletonWriter(Declaration declaration, EquatableArray<string> rules)
    {
        _declaration = declaration;
        _type = declaration.Type;
        _shape = SkeletonShape.Of(declaration);
        _reason = rules.Count == 0
            ? $"The declaration of {_type.Name} does not compile."
            : $"The declaration of {_type.Name} has errors: {string.Join(", ", rules)}.";
    }

    /// <summary>The text of the file.</summary>
    /// <param name="declaration">The declaration.</param>
    /// <param name="rules">Ids of the rules that it breaks.</param>
    public static string Write(Declaration declaration, EquatableArray<string> rules)
    {
        var skeleton = new SkeletonWriter(declaration, rules);
        FileFrame.Write(skeleton._writer, declaration.Type, _ => skeleton.WriteType());
        return skeleton._writer.ToString();
    }

    /// <summary>Whether members can be added to the type at all.</summary>
    public static bool CanWrite(TypeIdentity type, EquatableArray<string> rules) =>
        type is { IsPartial: true, IsStatic: false, IsAbstract: false, IsGeneric: false, IsFileLocal: false }
        && type.Keyword != "interface"
        && !rules.Contains("MECH0015");

    private string Throw => $"throw new global::System.InvalidOperationException({Text.Literal(_reason)})";

    private void WriteType()
    {
        if (!_type.HasSummary)
        {
            _writer.Doc("summary", _reason);
        }

        // The stamp tells readers of the declaration that this part is not the user's.
        _writer.Line($"[global::MechanismDsl.GeneratedMechanism(\"{Stamp.Version}\", \"unsolved\")]");
        _writer.Line(FileFrame.Header(_type) + " :");
        if (GoodsShape.Of(_declaration, _shape.Names) is { } goods)
        {
            _writer.Indented(() => _writer.Line("global::MechanismDsl." + goods.Contract));
            _writer.Block(string.Empty, () => WriteGoods(goods));
            return;
        }

        if (OptimalShape.Of(_declaration) is { } optimum)
        {
            _writer.Indented(() => _writer.Line("global::MechanismDsl." + optimum.Contract));
            _writer.Block(string.Empty, () => WriteOptimum(optimum));
            return;
        }

        if (_declaration.Attributes.FirstOrDefault(use => use.Name == "Packages") is { } packages)
        {
            _writer.Indented(() => _writer.Line("global::MechanismDsl." + PackageShapeOf(packages).Contract));
            _writer.Block(string.Empty, () => WritePackages(packages));
            return;
        }

        if (AssignmentSkeleton.Fits(_declaration))
        {
            _writer.Indented(() => _writer.Line("global::MechanismDsl.IMechanism"));
            _writer.Block(string.Empty, WriteAssignment);
            return;
        }

        if (ExchangeSkeleton.Fits(_declaration))
        {
            _writer.Indented(() => _writer.Line("global::MechanismDsl." + ExchangeSkeleton.Contract(_declaration, _shape.Money)));
            _writer.Block(string.Empty, WriteExchange);
            return;
        }

        if (_declaration.Attributes.Any(use => use.Name == "Decreasing") && _shape.IsService)
        {
            _writer.Indented(() => _writer.Line("global::MechanismDsl." + UnitsTypeWriter.Contract(_shape.Money)));
            _writer.Block(string.Empty, WriteUnits);
            return;
        }

        if (_declaration.Attributes.Any(use => use.Name == "Divisible"))
        {
            _writer.Indented(() => _writer.Line("global::MechanismDsl." + DivisibleTypeWriter.Contract(_shape.Money)));
            _writer.Block(string.Empty, WriteDivisible);
            return;
        }

        if (_declaration.Attributes.Any(use => use.Name == "Taxation"))
        {
            _writer.Indented(() => _writer.Line("global::MechanismDsl.ITaxation"));
            _writer.Block(string.Empty, WriteTaxation);
            return;
        }

        if (PartnershipSkeleton.Fits(_declaration))
        {
            _writer.Indented(() => _writer.Line($"global::MechanismDsl.IMechanism<{_shape.Money}, {PartnershipTypeWriter.Outcome(_shape.Money)}>"));
            _writer.Block(string.Empty, WritePartnership);
            return;
        }

        _writer.Indented(() => _writer.Line("global::MechanismDsl.IMechanism" + (_shape.HasRunTimeReserve || _shape.HasRunTimeSizes ? string.Empty : $"<{(_shape.DeclaresReport ? Identifier.Escape(_type.Name) + "." : string.Empty)}{_shape.Report}, {_shape.Outcome}>")));
        _writer.Block(string.Empty, WriteMembers);
    }

    private void WriteGoods(GoodsShape goods)
    {
        WriteOptimalNumbers();
        foreach (var member in goods.Members())
        {
            Member("Throws until the declaration is right.", $"{member} => {Throw};");
        }

        WriteExplain(GoodsShape.Reports);
        Member("What every good is worth to an agent.", goods.Record + ";");
    }

    private void WriteOptimalNumbers()
    {
        WriteInfo();
        string[] goal = _declaration.Rules.Any(rule => rule.Attribute == "Goal") ? ["Objective"] : [];
        foreach (var name in new[] { "Revenue", "Welfare" }.Concat(goal))
        {
            Member("Not known yet.", $"public const double Expected{name} = double.NaN;");
            Member("Not known yet.", $"public const string Exact{name} = \"\";");
        }
    }

    private void WriteOptimum(OptimalShape optimum)
    {
        WriteOptimalNumbers();
        foreach (var member in optimum.Members(optimum.NamesOf(_declaration, _shape.Names)))
        {
            Member("Throws until the declaration is right.", $"{member} => {Throw};");
        }

        WriteExplain(optimum.Reports);
    }

    private void WriteExchange()
    {
        WriteInfo();
        foreach (var member in ExchangeSkeleton.Members(_declaration, _shape.Money))
        {
            Member("Throws until the declaration is right.", $"{member} => {Throw};");
        }

        WriteExplain(ExchangeSkeleton.Reports(_declaration, _shape.Money));

        if (ExchangeSkeleton.Result(_declaration, _shape.Money) is { } result)
        {
            Member("The outcome of one exchange between the named agents.", result);
        }
    }

    private void WriteTaxation()
    {
        WriteInfo();
        foreach (var number in new[] { "ExpectedTax", "Rebate" })
        {
            Member("Not known yet.", $"public const double {number} = double.NaN;");
        }

        foreach (var member in TaxationTypeWriter.Signatures)
        {
            Member("Throws until the declaration is right.", $"{member} => {Throw};");
        }
    }

    private void WritePartnership()
    {
        WriteInfo();
        foreach (var name in PartnershipSkeleton.Constants)
        {
            Member("Not known yet.", $"public const double {name} = double.NaN;");
        }

        foreach (var member in PartnershipSkeleton.Members(_shape.Names, _shape.Money))
        {
            Member("Throws until the declaration is right.", $"{member} => {Throw};");
        }

        WriteExplain($"global::System.ReadOnlySpan<{_shape.Money}> reports");

        if (PartnershipSkeleton.Result(_shape.Names, _shape.Money) is { } result)
        {
            Member("The outcome by name.", result);
        }
    }

    private void WritePackages(AttributeUse packages)
    {
        WriteInfo();
        var shape = PackageShapeOf(packages);
        Member("Throws until the declaration is right.", $"{shape.Run} => {Throw};");
        Member("Throws until the declaration is right.", $"{shape.RunInto} => {Throw};");
        if (shape.IsLimited)
        {
            Member("Throws until the declaration is right.", $"{shape.TryRun} => {Throw};");
        }

        if (_shape.Names.Count > 0)
        {
            Member("Throws until the declaration is right.", $"{NamedPackagesWriter.Signature(shape)} => {Throw};");
            Member("The outcome of one run.", $"public readonly record struct Result({(shape.IsTogether ? NamedResultWriter.Members(_shape.Names, "Goods", _shape.Money, "ulong") : NamedResultWriter.Members(_shape.Names, "Bid", _shape.Money))});");
            Member("The bidders, as bids name them.", $"public static class {GeneratedMembers.Bidders}");
            _writer.Block(string.Empty, () =>
            {
                foreach (var name in _shape.Names)
                {
                    Member("Not known yet.", $"public const int {Identifier.Escape(Identifier.Member(name))} = default;");
                }
            });
        }

        WriteExplain($"global::System.ReadOnlySpan<{shape.Bid}> bids, int bidders");

        if (packages.TypeArgument is { Members: { Count: > 0 } goods })
        {
            Member("The goods; no package of them means anything yet.", "public static class Goods");
            _writer.Block(string.Empty, () =>
            {
                foreach (var good in goods.Where(good => good.Name is not ("Goods" or "Equals" or "ReferenceEquals" or "GetHashCode" or "GetType" or "ToString" or "MemberwiseClone" or "Finalize")))
                {
                    Member("Not known yet.", $"public const {shape.Good} {Identifier.Escape(good.Name)} = default;");
                }
            });
        }
    }

    private PackageShape PackageShapeOf(AttributeUse packages)
    {
        var goods = packages.TypeArgument?.Members.Count ?? (packages.Arguments.FirstOrDefault() is Argument.Number { Value: >= 1 and <= int.MaxValue } number ? (int)number.Value : 1);
        var money = _shape.Money switch { "decimal" => MoneyKind.Decimal, "long" => MoneyKind.Int64, _ => MoneyKind.Double };
        return new PackageShape(goods, new Currency(money, 0), _declaration.Attributes.Any(use => use.Name == "IntegerProgram"), IsGreedy() || Has("Additive"), Has("Or") || Has("Additive"));

        bool Has(string name) => _declaration.Attributes.Any(use => use.Name == name);

        bool IsGreedy() => _declaration.Attributes.FirstOrDefault(use => use.Name == "SingleMinded")?.Properties.Any(property => property is { Name: "Greedy", Value: Argument.Number { Value: 1 } }) == true;
    }

    private void WriteAssignment()
    {
        WriteInfo();
        foreach (var member in AssignmentSkeleton.Members(_declaration, _shape.Money, [.. _shape.Names]))
        {
            Member("Throws until the declaration is right.", $"{member} => {Throw};");
        }

        if (AssignmentSkeleton.Items(_declaration) is not { } items)
        {
            WriteExplain($"global::System.ReadOnlySpan<{_shape.Money}> values, int items");
        }
        else
        {
            WriteExplain($"global::System.ReadOnlySpan<{GeneratedMembers.Report}> reports");
            if (_shape.Names.Count > 0)
            {
                Member("The outcome of one run.", $"public readonly record struct Result({NamedResultWriter.Members(_shape.Names, "Item", _shape.Money)});");
            }

            Member("What one agent reports.", $"public readonly record struct {GeneratedMembers.Report}({string.Join(", ", items.Select(item => $"{_shape.Money} {item}"))});");
        }
    }

    private void WriteExplain(string parameters)
    {
        Member("Throws until the declaration is right.", $"public static string {ExplainWriter.Method}({parameters}) => {Throw};");
        Member("Throws until the declaration is right.", $"public static string {ExplainWriter.Method}({parameters}, int agent) => {Throw};");
    }

    private void WriteUnits()
    {
        WriteInfo();
        Member("Not known yet.", "public static int ValuesPerAgent => default;");
        Member("Throws until the declaration is right.", $"{UnitsTypeWriter.Run(_shape.Money)} => {Throw};");
        Member("Throws until the declaration is right.", $"{UnitsTypeWriter.RunInto(_shape.Money)} => {Throw};");
        WriteExplain($"global::System.ReadOnlySpan<{_shape.Money}> values");
    }

    private void WriteDivisible()
    {
        WriteInfo();
        foreach (var member in DivisibleTypeWriter.Signatures(_shape.Money))
        {
            Member("Throws until the declaration is right.", $"{member} => {Throw};");
        }

        WriteExplain(DivisibleTypeWriter.Reports(_shape.Money));
    }

    private void WriteInfo()
    {
        FileFrame.WriteConstructor(_type, _writer);
        Member("What is wrong.", $"public const string Explanation = {Text.Literal(_reason)};");
        Member("Nothing is known yet.", $"public static global::MechanismDsl.MechanismInfo Info => {Throw};");
    }

    private void WriteMembers()
    {
        WriteInfo();
        foreach (var number in GeneratedMembers.OfCampaigns.Where(_ => _declaration.Attributes.Any(use => use.Name == "Crowdfunding")))
        {
            Member("Not known yet.", $"public const double {number} = double.NaN;");
        }

        foreach (var limit in _shape.Limits)
        {
            Member("Not known yet.", $"public const {_shape.Money} {limit} = default;");
        }

        if (_shape.IsExtraction)
        {
            Member("Not known yet.", $"public const double {_shape.Expected} = double.NaN;");
            Member("Throws until the declaration is right.", $"public static void Run(global::System.ReadOnlySpan<{_shape.Money}> {_shape.Market.Reports}, global::System.Span<global::MechanismDsl.Share<{_shape.Money}>> shares) => {Throw};");
            if (_shape.Names.Count > 0)
            {
                Member("Throws until the declaration is right.", $"public static Result Run({string.Join(", ", _shape.Names.Select(name => $"{_shape.Money} {Identifier.Parameter(name)}"))}) => {Throw};");
                Member("The outcome of one run.", $"public readonly record struct Result({string.Join(", ", _shape.Names.Select(name => $"double {Identifier.Member(name)}Chance, {_shape.Money} {Identifier.Member(name)}Pays"))});");
            }
        }
        else if (_shape.HasPriors)
        {
            Member("Not known yet.", _shape.IsCountFixed
                ? $"public const double {_shape.Expected} = double.NaN;"
                : $"public static double {_shape.Expected}(int agents) => {Throw};");
        }

        if (_shape.DeclaresReport)
        {
            Member("What one agent reports.", $"public readonly record struct {_shape.Report}({string.Join(", ", _shape.Rules!.Fields)});");
        }

        var reports = $"global::System.ReadOnlySpan<{_shape.Report}> {_shape.Market.Reports}" + (_shape.HasRunTimeSizes ? ", global::System.ReadOnlySpan<int> sizes" : string.Empty);
        var reserve = _shape.HasRunTimeReserve ? $", {_shape.Money} {_shape.Market.Limit}" : string.Empty;
        Member("Throws until the declaration is right.", $"public static {_shape.Outcome} Run({reports}{reserve}) => {Throw};");
        Member("Throws until the declaration is right.", $"public static void RunBatch({reports}, int agents, global::System.Span<{_shape.Outcome}> outcomes{reserve}) => {Throw};");
        WriteExplain(reports + reserve);

        if (_shape.Chosen is { } chosen)
        {
            WriteChoice(chosen, reports);
        }
        else if (_shape.ServesSeveral)
        {
            Member("Throws until the declaration is right.", $"public static void Run({reports}, global::System.Span<global::MechanismDsl.{(_shape.HasSlots ? "Placement" : "Award")}<{_shape.Money}>> {(_shape.HasSlots ? "placements" : "awards")}{reserve}) => {Throw};");
            if (_shape.Names.Count > 0)
            {
                var first = _shape.HasRunTimeReserve ? $"{_shape.Money} {_shape.Market.Limit}, " : string.Empty;
                var parameters = string.Join(", ", _shape.Names.Select(name => $"{_shape.Report}? {Identifier.Parameter(name)} = null"));
                Member("Throws until the declaration is right.", $"public static {_shape.Outcome} Run({first}{parameters}) => {Throw};");
            }
        }
        else if (_shape.Names.Count > 0 && !_shape.IsShared)
        {
            var first = _shape.HasRunTimeReserve ? $"{_shape.Money} {_shape.Market.Limit}, " : string.Empty;
            var parameters = string.Join(", ", _shape.Names.Select(name => $"{_shape.Report}? {Identifier.Parameter(name)} = null"));
            Member("Throws until the declaration is right.", $"public static Result Run({first}{parameters}) => {Throw};");
            var payments = string.Join(", ", _shape.Names.Select(name => $"{_shape.Money} {Identifier.Member(name)}{(_shape.Market.IsProcurement ? "Receives" : "Pays")}"));
            Member("The outcome of one auction.", $"public readonly record struct Result(int Winner, {_shape.Money} Price, {payments})");
            _writer.Block(string.Empty, () =>
            {
                Member("True if somebody is served.", "public bool IsSold => Winner >= 0;");
                Member("The winner's name.", $"public string? WinnerName => {Throw};");
            });
        }
    }

    private void WriteChoice(string chosen, string reports)
    {
        var payments = $"global::System.Span<{_shape.Money}> payments";
        Member("Throws until the declaration is right.", $"public static {chosen} Run({reports}, {payments}) => {Throw};");
        if (_shape.DeclaresReport)
        {
            Member("Throws until the declaration is right.", $"public static {chosen} RunMatrix(global::System.ReadOnlySpan<{_shape.Money}> values, {payments}) => {Throw};");
            Member("Throws until the declaration is right.", $"public static {_shape.Outcome} RunMatrix({_shape.Money}[,] values) => {Throw};");
        }

        if (_shape.Names.Count > 0)
        {
            var parameters = string.Join(", ", _shape.Names.Select(name => $"{_shape.Report} {Identifier.Parameter(name)}"));
            Member("Throws until the declaration is right.", $"[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)] public static Result Run({parameters}) => {Throw};");
            var members = _shape.Names.Select(name => $"{_shape.Money} {Identifier.Member(name)}Pays").Concat(_shape.Names.Select(name => $"bool {Identifier.Member(name)}IsPivotal"));
            Member("The outcome of one run.", $"public readonly record struct Result({chosen} Outcome, {string.Join(", ", members)});");
        }
    }

    private void Member(string summary, string code)
    {
        _writer.Doc("summary", summary);
        _writer.Line(Stamp.Attribute());
        _writer.Lines(code);
    }
}
