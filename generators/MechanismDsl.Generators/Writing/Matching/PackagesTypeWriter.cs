using System.Globalization;
using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Generators.Writing.Matching;

/// <summary>Writes the file of a package auction.</summary>
internal sealed class PackagesTypeWriter
{
    private readonly PackagesPlan _plan;
    private readonly PackageShape _shape;
    private readonly SourceWriter _writer;

    private PackagesTypeWriter(PackagesPlan plan, SourceWriter writer) => (_plan, _shape, _writer) = (plan, plan.Shape, writer);

    /// <summary>The text of the file.</summary>
    public static string Write(PackagesPlan plan) =>
        new MechanismFrame(plan, plan.Shape.Contract, "packages", plan.Explanation[0].Text, plan.Explanation).Write(
            members => new PackagesTypeWriter(plan, members).WriteMembers());

    private void WriteMembers()
    {
        if (_shape.Currency.IsGrid && !_shape.IsListed && (_shape.IsLimited || _plan.IsCoreSelecting))
        {
            WriteSolver();
        }

        WriteRuns();
        if (_plan.Bidders.Count > 0)
        {
            new NamedPackagesWriter(_plan, _writer).Write();
        }

        new ExplainWriter(_writer).WritePackages(_plan);
        if (_plan.Goods.Names.Count > 0)
        {
            WriteGoods();
        }
    }

    /// <summary>The limits of the declaration.</summary>
    private string Limit => string.Format(
        CultureInfo.InvariantCulture,
        "new global::MechanismDsl.OrTools.SearchLimit({0}, {1})",
        _plan.Goods.Nodes,
        NumberText.Exact(_plan.Goods.DeterministicTime ?? 0));

    private void WriteSolver()
    {
        var solver = !_shape.IsLimited ? "global::MechanismDsl.Kernels.WinnerSolver.Table"
            : _shape.HasProgram
            ? $"global::MechanismDsl.OrTools.LargePackageSale.Solver({Limit})"
            : string.Format(CultureInfo.InvariantCulture, "global::MechanismDsl.Kernels.WinnerSolver.Search({0})", _plan.Goods.Nodes);
        _writer.Line();
        _writer.Doc("summary", _plan.IsCoreSelecting ? "What finds the accepted bids and the payments in the core." : "What finds the accepted bids, within the limits of the declaration.");
        _writer.Line(Stamp.Attribute());
        _writer.Line($"private static readonly global::MechanismDsl.Kernels.WinnerSolver Solver = {(_plan.IsCoreSelecting ? $"global::MechanismDsl.Kernels.WinnerSolver.CoreSelecting({solver})" : solver)};");
    }

    private void WriteRuns()
    {
        WriteDoc("Runs the auction once.");
        _writer.ParameterDoc("bidders", "The number of bidders, at least 0.");
        _writer.Line($"/// <returns>For every bidder {Gets}, and its payment.</returns>");
        WriteExceptions(isTry: false);
        _writer.Block(_shape.Run, () =>
        {
            _writer.Line("global::System.ArgumentOutOfRangeException.ThrowIfNegative(bidders);");
            _writer.Line($"var awards = new global::MechanismDsl.{_shape.What}Award<{_shape.Currency.Type}>[bidders];");
            _writer.Line("Run(bids, awards);");
            _writer.Line("return new(awards);");
        });
        WriteDoc("Runs the auction once, into memory of the caller's; the memory of the search is its own.");
        WriteAwardsDoc();
        WriteExceptions(isTry: false);
        _writer.Line(_shape.RunInto + " =>");
        _writer.Indented(() => _writer.Line(Call("Run") + ";"));
        if (_shape.IsLimited)
        {
            WriteDoc("Runs the auction once, if the best allocation and the best totals without each winner can be proved within the limits of the declaration.");
            WriteAwardsDoc();
            _writer.Line("/// <returns>False if something is not proved: then no bid is accepted and nothing is paid.</returns>");
            WriteExceptions(isTry: true);
            _writer.Line(_shape.TryRun + " =>");
            _writer.Indented(() => _writer.Line(Call("TryRun") + ";"));
        }
    }

    private string Call(string method)
    {
        const string kernels = "global::MechanismDsl.Kernels.";
        if (_shape.IsListed)
        {
            return FormattableString.Invariant($"global::MechanismDsl.OrTools.LargePackageSale.{method}(bids, {_shape.Goods}, {Limit}, awards)");
        }

        var unit = _shape.Currency.IsGrid ? ", " + _shape.Currency.Step : string.Empty;
        if (_plan.Goods.IsFast)
        {
            return FormattableString.Invariant($"{kernels}{(_plan.Goods.IsGreedy ? "GreedyPackages" : "AdditiveSale")}.{method}(bids, {_shape.Goods}{unit}, awards)");
        }

        var sale = (_shape.IsTogether, _shape.Currency.IsGrid) switch
        {
            (true, true) => "ExactOrSale",
            (true, false) => "OrSale",
            (false, true) => "ExactPackageSale",
            (false, false) => "PackageSale",
        };
        var bids = _plan.Goods.Bids == BidLanguage.SingleMinded ? kernels + "SingleMindedBids.OneEach(bids, awards.Length)" : "bids";
        var solver = !_shape.Currency.IsGrid ? string.Empty : _shape.IsLimited || _plan.IsCoreSelecting ? ", Solver" : $", {kernels}WinnerSolver.Table";
        return FormattableString.Invariant($"{kernels}{sale}.{method}({bids}, {_shape.Goods}{unit}{solver}, awards)");
    }

    private string BidsOfOne => _plan.Goods.Bids switch
    {
        BidLanguage.SingleMinded => "One of a bidder at most",
        BidLanguage.Together => "Bids of one bidder that share no good can be accepted together",
        BidLanguage.Additive => "Each for one good",
        _ => "Bids of one bidder exclude each other",
    };

    private void WriteDoc(string summary)
    {
        _writer.Line();
        _writer.Doc("summary", summary);
        Remarks.WriteShort(_writer, _plan.Type, _plan.Explanation[0].Text);
        var isNamed = _plan.Goods.Names.Count > 0;
        var goods = (_shape.IsListed, isNamed) switch
        {
            (true, true) => "goods (see Goods)",
            (true, false) => "goods by their index",
            (false, true) => "goods as a set of bits (see Goods)",
            _ => "goods as a set of bits, bit g for good g",
        };
        _writer.ParameterDoc("bids", $"The bids, in any order: bidder, {goods}, value. {BidsOfOne}.");
    }

    private void WriteAwardsDoc() =>
        _writer.ParameterDoc("awards", $"Receives for every bidder {Gets}, and its payment; its length is the number of bidders.");

    /// <summary>What an award holds besides the payment.</summary>
    private string Gets => _shape.IsTogether ? "its goods as a set of bits" : "the index of its accepted bid, −1 for none";

    private void WriteExceptions(bool isTry)
    {
        var domain = _shape.Currency.IsGrid ? $"a multiple of {_shape.Currency.StepText} in [0, 1e15]" : "a finite number in [0, 1e15]";
        _writer.Line($"/// <exception cref=\"global::System.ArgumentOutOfRangeException\">A bid names an unknown bidder or good, no good, or a value that is not {domain}; the message names the bid.</exception>");
        if (_plan.Goods.Bids == BidLanguage.SingleMinded)
        {
            _writer.Line("/// <exception cref=\"global::System.ArgumentException\">A bidder makes two bids; the message names both.</exception>");
        }

        if (_shape.IsListed)
        {
            _writer.Line("/// <exception cref=\"global::System.ArgumentException\">A bid is null, or all values add up to more than 2^53; the message names the bid.</exception>");
        }
        else if (_shape.Currency.IsGrid && _plan.Goods.Bids != BidLanguage.Additive)
        {
            _writer.Line($"/// <exception cref=\"global::System.OverflowException\">{(_shape.IsTogether ? "The values of all bids" : "The bidders' highest values")} add up to more than sums are exact for; the message names {(_shape.IsTogether ? "a bid or a bidder" : "the bidder")}.</exception>");
        }

        if (_shape.IsLimited && !isTry)
        {
            _writer.Line("/// <exception cref=\"global::MechanismDsl.AllocationNotProvedException\">The best allocation, or a best total without a winner, is not proved within the limits of the declaration; nothing is decided.</exception>");
        }

        _writer.Line(Stamp.Attribute());
    }

    private void WriteGoods()
    {
        _writer.Line();
        _writer.Doc("summary", _shape.IsListed ? "The goods: a package is a list of them." : "The goods as sets of bits: a package is their union with the operator |.");
        _writer.Line(Stamp.Attribute());
        _writer.Block("public static class Goods", () =>
        {
            for (var good = 0; good < _plan.Goods.Names.Count; good++)
            {
                if (good > 0)
                {
                    _writer.Line();
                }

                _writer.Doc("summary", _shape.IsListed ? $"{_plan.Goods.Names[good]}." : $"{_plan.Goods.Names[good]} alone.");
                _writer.Line($"public const {_shape.Good} {Identifier.Escape(_plan.Goods.Names[good])} = {_shape.Constant(good)};");
            }
        });
    }
}
