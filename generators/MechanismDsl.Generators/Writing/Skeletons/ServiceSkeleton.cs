using MechanismDsl.Language.Declarations;

namespace MechanismDsl.Generators.Writing.Skeletons;

/// <summary>The signatures of a mechanism of one report an agent (sales, purchases, projects, choices), whose declaration has errors.</summary>
internal sealed record ServiceSkeleton(Declaration Declaration, SkeletonShape Shape) : Skeleton(Declaration, Shape)
{
    /// <inheritdoc/>
    public override string Contract => Shape.HasRunTimeReserve || Shape.HasRunTimeSizes
        ? "IMechanism"
        : $"IMechanism<{(Shape.DeclaresReport ? Identifier.Escape(Declaration.Type.Name) + "." : string.Empty)}{Shape.Report}, {Shape.Outcome}>";

    private string Reports => $"global::System.ReadOnlySpan<{Shape.Report}> {Shape.Market.Reports}" + (Shape.HasRunTimeSizes ? ", global::System.ReadOnlySpan<int> sizes" : string.Empty);

    /// <summary>The reserve as a last parameter, where every run brings one.</summary>
    private string Reserve => Shape.HasRunTimeReserve ? $", {Shape.Money} {Shape.Market.Limit}" : string.Empty;

    /// <summary>The parameters of the run by name: whoever is absent reports nothing.</summary>
    private string Named =>
        (Shape.HasRunTimeReserve ? $"{Shape.Money} {Shape.Market.Limit}, " : string.Empty) + string.Join(", ", Shape.Names.Select(name => $"{Shape.Report}? {Identifier.Parameter(name)} = null"));

    /// <inheritdoc/>
    public override void Write(SkeletonPen pen)
    {
        pen.Info();
        WriteNumbers(pen);
        if (Shape.DeclaresReport)
        {
            pen.Member("What one agent reports.", $"public readonly record struct {Shape.Report}({string.Join(", ", Shape.Rules!.Fields)});");
        }

        pen.Throws($"public static {Shape.Outcome} Run({Reports}{Reserve})");
        pen.Throws($"public static void RunBatch({Reports}, int agents, global::System.Span<{Shape.Outcome}> outcomes{Reserve})");
        pen.Explain(Reports + Reserve);
        if (Shape.Chosen is { } chosen)
        {
            WriteChoice(chosen, pen);
        }
        else if (Shape.ServesSeveral)
        {
            WriteAwards(pen);
        }
        else if (!Shape.IsShared)
        {
            WriteSale(pen);
        }
    }

    private void WriteNumbers(SkeletonPen pen)
    {
        foreach (var number in GeneratedMembers.OfCampaigns.Where(_ => Has(Declaration, "Crowdfunding")))
        {
            pen.UnknownNumber(number);
        }

        if (Has(Declaration, "EntryFee"))
        {
            pen.Unknown($"public const {Shape.Money} EntryFee = default;");
        }

        foreach (var limit in Shape.Limits)
        {
            pen.Unknown($"public const {Shape.Money} {limit} = default;");
        }

        if (Shape.IsExtraction)
        {
            WriteExtraction(pen);
        }
        else if (Shape.HasPriors && Shape.IsCountFixed)
        {
            pen.UnknownNumber(Shape.Expected);
        }
        else if (Shape.HasPriors)
        {
            pen.Unknown($"public static double {Shape.Expected}(int agents) => {pen.Throw};");
        }
    }

    private void WriteExtraction(SkeletonPen pen)
    {
        pen.UnknownNumber(Shape.Expected);
        pen.Throws($"public static void Run(global::System.ReadOnlySpan<{Shape.Money}> {Shape.Market.Reports}, global::System.Span<global::MechanismDsl.Share<{Shape.Money}>> shares)");
        if (Shape.Names.Count > 0)
        {
            pen.Throws($"public static Result Run({string.Join(", ", Shape.Names.Select(name => $"{Shape.Money} {Identifier.Parameter(name)}"))})");
            pen.Member("The outcome of one run.", $"public readonly record struct Result({string.Join(", ", Shape.Names.Select(name => $"double {Identifier.Member(name)}Chance, {Shape.Money} {Identifier.Member(name)}Pays"))});");
        }
    }

    private void WriteAwards(SkeletonPen pen)
    {
        pen.Throws($"public static void Run({Reports}, global::System.Span<global::MechanismDsl.{(Shape.HasSlots ? "Placement" : "Award")}<{Shape.Money}>> {(Shape.HasSlots ? "placements" : "awards")}{Reserve})");
        if (Shape.Names.Count > 0)
        {
            pen.Throws($"public static {Shape.Outcome} Run({Named})");
        }
    }

    private void WriteSale(SkeletonPen pen)
    {
        if (Shape.Rules is null)
        {
            var columns = Shape.Names.Count == 0 ? Reports : string.Join(", ", Shape.Names.Select(name => $"global::System.ReadOnlySpan<{Shape.Money}> {Identifier.Parameter(name)}"));
            pen.Throws($"public static void RunColumns({columns}, global::System.Span<int> winners, global::System.Span<{Shape.Money}> prices{Reserve})");
        }

        if (Has(Declaration, "AllPay") || Has(Declaration, "EntryFee"))
        {
            pen.Throws($"public static {Shape.Outcome} Run({Reports}, global::System.Span<{Shape.Money}> payments{Reserve})");
        }

        if (Shape.Names.Count == 0)
        {
            return;
        }

        pen.Throws($"public static Result Run({Named})");
        var payments = string.Join(", ", Shape.Names.Select(name => $"{Shape.Money} {Identifier.Member(name)}{(Shape.Market.IsProcurement ? "Receives" : "Pays")}"));
        pen.Member("The outcome of one auction.", $"public readonly record struct Result(int Winner, {Shape.Money} Price, {payments})");
        pen.Nested(() =>
        {
            pen.Member("True if somebody is served.", "public bool IsSold => Winner >= 0;");
            pen.Member("The winner's name.", $"public string? WinnerName => {pen.Throw};");
        });
    }

    private void WriteChoice(string chosen, SkeletonPen pen)
    {
        var payments = $"global::System.Span<{Shape.Money}> payments";
        pen.Throws($"public static {chosen} Run({Reports}, {payments})");
        if (Shape.DeclaresReport)
        {
            pen.Throws($"public static {chosen} RunMatrix(global::System.ReadOnlySpan<{Shape.Money}> values, {payments})");
            pen.Throws($"public static {Shape.Outcome} RunMatrix({Shape.Money}[,] values)");
        }

        if (Shape.Names.Count > 0)
        {
            var parameters = string.Join(", ", Shape.Names.Select(name => $"{Shape.Report} {Identifier.Parameter(name)}"));
            pen.Throws($"[global::System.Runtime.CompilerServices.OverloadResolutionPriority(1)] public static Result Run({parameters})");
            var members = Shape.Names.Select(name => $"{Shape.Money} {Identifier.Member(name)}Pays").Concat(Shape.Names.Select(name => $"bool {Identifier.Member(name)}IsPivotal"));
            pen.Member("The outcome of one run.", $"public readonly record struct Result({chosen} Outcome, {string.Join(", ", members)});");
        }
    }
}
