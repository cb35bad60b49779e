using System.Numerics;

namespace MechanismDsl.Kernels;

/// <summary>
/// A market of package bids as the columns of a set packing problem. A row allows at most one accepted bid: one row a good, and one a bidder with several bids.
/// Bids that cannot matter are left out: worth nothing, or no better than another bid of the same bidder inside the same goods.
/// </summary>
internal sealed class PackageMarket
{
    public PackageMarket(ReadOnlySpan<ExactPackageBid> bids, int goods, int bidders)
    {
        Goods = goods;
        Bids = Columns(bids, bidders);
        Sets = new ulong[Bids.Length];
        Values = new long[Bids.Length];
        Owners = new int[Bids.Length];
        OwnerStarts = new int[bidders + 1];
        for (var column = 0; column < Bids.Length; column++)
        {
            var bid = bids[Bids[column]];
            (Sets[column], Values[column], Owners[column]) = (bid.Goods, bid.Value, bid.Bidder);
            OwnerStarts[bid.Bidder + 1] = column + 1;
        }

        for (var bidder = 1; bidder <= bidders; bidder++)
        {
            OwnerStarts[bidder] = Math.Max(OwnerStarts[bidder], OwnerStarts[bidder - 1]);
        }

        (RowStarts, RowsOfColumns, Rows) = Matrix();
        (_columnStarts, _columnsOfRows) = Transpose();
    }

    private readonly int[] _columnStarts;
    private readonly int[] _columnsOfRows;

    /// <summary>The number of goods; their rows come first.</summary>
    public int Goods { get; }

    /// <summary>The number of bidders.</summary>
    public int Bidders => OwnerStarts.Length - 1;

    /// <summary>The number of columns.</summary>
    public int Count => Bids.Length;

    /// <summary>The index of every column's bid. Columns go by bidder, and within a bidder by the order of its bids.</summary>
    public int[] Bids { get; }

    /// <summary>The goods of every column.</summary>
    public ulong[] Sets { get; }

    /// <summary>The value of every column.</summary>
    public long[] Values { get; }

    /// <summary>The bidder of every column.</summary>
    public int[] Owners { get; }

    /// <summary>Bidder i has the columns from entry i up to, not including, entry i + 1.</summary>
    public int[] OwnerStarts { get; }

    /// <summary>The number of rows.</summary>
    public int Rows { get; }

    /// <summary>Column j has the rows from entry j up to, not including, entry j + 1 of <see cref="RowsOfColumns"/>.</summary>
    public int[] RowStarts { get; }

    /// <summary>The rows of all columns, one after the other.</summary>
    public int[] RowsOfColumns { get; }

    /// <summary>The rows of a column: its goods and, if the bidder has several columns, the bidder.</summary>
    public ReadOnlySpan<int> RowsOf(int column) => RowsOfColumns.AsSpan(RowStarts[column]..RowStarts[column + 1]);

    /// <summary>The columns of a row.</summary>
    public ReadOnlySpan<int> ColumnsOf(int row) => _columnsOfRows.AsSpan(_columnStarts[row].._columnStarts[row + 1]);

    private static int[] Columns(ReadOnlySpan<ExactPackageBid> bids, int bidders)
    {
        var ofBidders = new List<int>[bidders];
        for (var index = 0; index < bids.Length; index++)
        {
            if (bids[index].Value > 0)
            {
                (ofBidders[bids[index].Bidder] ??= []).Add(index);
            }
        }

        var columns = new List<int>();
        foreach (var own in ofBidders)
        {
            foreach (var index in own ?? [])
            {
                if (!IsDominated(index, own!, bids))
                {
                    columns.Add(index);
                }
            }
        }

        return [.. columns];
    }

    /// <summary>Whether the bidder has a bid inside the same goods of a higher value, or of the same value with fewer goods or made before.</summary>
    private static bool IsDominated(int index, List<int> own, ReadOnlySpan<ExactPackageBid> bids)
    {
        var bid = bids[index];
        foreach (var other in own)
        {
            var rival = bids[other];
            if ((rival.Goods & ~bid.Goods) == 0
                && (rival.Value > bid.Value || (rival.Value == bid.Value && (rival.Goods != bid.Goods || other < index))))
            {
                return true;
            }
        }

        return false;
    }

    private (int[] Starts, int[] Indices, int Rows) Matrix()
    {
        var starts = new int[Count + 1];
        var indices = new List<int>();
        var rows = Goods;
        for (var bidder = 0; bidder < Bidders; bidder++)
        {
            var isAlone = OwnerStarts[bidder + 1] - OwnerStarts[bidder] <= 1;
            for (var column = OwnerStarts[bidder]; column < OwnerStarts[bidder + 1]; column++)
            {
                for (var rest = Sets[column]; rest != 0; rest &= rest - 1)
                {
                    indices.Add(BitOperations.TrailingZeroCount(rest));
                }

                if (!isAlone)
                {
                    indices.Add(rows);
                }

                starts[column + 1] = indices.Count;
            }

            rows += isAlone ? 0 : 1;
        }

        return (starts, [.. indices], rows);
    }

    private (int[] Starts, int[] Columns) Transpose()
    {
        var starts = new int[Rows + 2];
        foreach (var row in RowsOfColumns)
        {
            starts[row + 2]++;
        }

        for (var row = 2; row < starts.Length; row++)
        {
            starts[row] += starts[row - 1];
        }

        var columns = new int[RowsOfColumns.Length];
        for (var column = 0; column < Count; column++)
        {
            foreach (var row in RowsOf(column))
            {
                columns[starts[row + 1]++] = column;
            }
        }

        return (starts, columns);
    }
}
