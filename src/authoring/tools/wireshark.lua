-- The engine: follows a stream over TCP, unit by unit, and shows each by its table.

local xensave = Proto("xensave", "Xen domain save image")
local fields, experts = {}, {}
local unknown = ProtoExpert.new("xensave.expert.unknown", "Mandatory record of unknown type", expert.group.UNDECODED, expert.severity.ERROR)
local broken = ProtoExpert.new("xensave.expert.broken", "The stream cannot be followed", expert.group.MALFORMED, expert.severity.ERROR)
local all_fields, all_experts = {}, {unknown, broken}

for id, requirement in pairs(requirements) do
  local severity = requirement.level == "MUST" and expert.severity.ERROR or expert.severity.WARN
  experts[id] = ProtoExpert.new("xensave.expert." .. id, id .. ": " .. requirement.text, expert.group.PROTOCOL, severity)
  all_experts[#all_experts + 1] = experts[id]
end

local INTS = {[1] = "uint8", [2] = "uint16", [4] = "uint32"}

for name, struct in pairs(structs) do
  for _, field in ipairs(struct) do
    local key = "xensave." .. name .. "." .. field.id
    local names = field.enum and enums[field.enum]
    local made
    if field.kind == "int" and INTS[field.octets] then
      made = ProtoField[INTS[field.octets]](key, field.id, names and base.HEX or base.DEC_HEX, names, nil, field.doc)
    elseif field.kind == "u64" then made = ProtoField.uint64(key, field.id, base.HEX_DEC, nil, nil, field.doc)
    elseif field.kind == "value" and not field.hidden then
      made = ProtoField.uint32(key, field.id, base.HEX_DEC, names, nil, field.doc)
    elseif field.kind == "text" or field.kind == "strz" then made = ProtoField.string(key, field.id, base.UNICODE, field.doc)
    elseif field.kind ~= "check" and field.kind ~= "value" then made = ProtoField.bytes(key, field.id, base.NONE, field.doc) end
    if made then
      fields[field] = made
      all_fields[#all_fields + 1] = made
    end
  end
end

local edition_field = ProtoField.uint32("xensave.version", "Image version", base.DEC)
local record_field = ProtoField.uint32("xensave.record", "Record", base.HEX, enums["record_header.record_type"])
local libxl_field = ProtoField.uint32("xensave.libxl_record", "libxl record", base.HEX, enums["libxl_record_header.libxl_record_type"])
for _, field in ipairs({edition_field, record_field, libxl_field}) do all_fields[#all_fields + 1] = field end
xensave.fields = all_fields
xensave.experts = all_experts

-- Elements of one list that are shown, so that a batch of many pages stays readable.
local SHOWN = 4096

local function integer(range, octets, be)
  if octets == 1 then return range:uint() end
  if be then return range:uint() end
  return range:le_uint()
end

local dissect_struct

-- One element of a field at `at`; returns its value and the offset behind it.
local function dissect_one(field, v, s, tvb, at, to, tree)
  local kind = field.kind
  local be = field.be
  if be == nil then be = s.is_be end
  if kind == "int" then
    if at + field.octets > to then return nil, to end
    local range = tvb(at, field.octets)
    local value = integer(range, field.octets, be)
    return value, at + field.octets, fields[field] and tree:add(fields[field], range, value)
  elseif kind == "u64" then
    if at + 8 > to then return nil, to end
    local range = tvb(at, 8)
    local first, second = integer(tvb(at, 4), 4, be), integer(tvb(at + 4, 4), 4, be)
    local value = be and {hi = first, lo = second} or {hi = second, lo = first}
    return value, at + 8, tree:add(fields[field], range, be and range:uint64() or range:le_uint64())
  end
  local size = field.size and field.size(v, s)
  local stop = size and math.min(at + size, to) or to
  if kind == "octets" then
    local range = tvb(at, stop - at)
    -- Only what is held to something is worth turning into text: pages are long.
    local value = field.check and stop > at and range:bytes():tohex(true) or ""
    return value, stop, stop > at and tree:add(fields[field], range)
  elseif kind == "text" or kind == "strz" then
    local last = stop
    if kind == "strz" then
      local zero = at
      while zero < stop and tvb(zero, 1):uint() ~= 0 do zero = zero + 1 end
      last = zero
      if not size then stop = math.min(zero + 1, stop) end
    end
    local value = last > at and tvb(at, last - at):string(ENC_UTF_8) or ""
    return value, stop, stop > at and tree:add(fields[field], tvb(at, stop - at), value)
  end
  local name = kind == "struct" and field.of or field.cases[field.on(v, s)]
  if name == nil then
    return "", stop, stop > at and tree:add(fields[field], tvb(at, stop - at))
  end
  local below = tree:add(xensave, tvb(at, math.max(0, stop - at)), field.id)
  local value, after = dissect_struct(name, s, tvb, at, stop, below)
  local behind = size and stop or after
  below:set_len(behind - at)
  return value, behind, below
end

local function judge(field, value, v, s, item)
  if not field.check or value == nil then return end
  if not field.check(value, v, s) then
    item:add_proto_expert_info(experts[field.req], field.req .. ": wanted " .. field.wanted)
  end
end

-- The fields of a structure within [at, to); returns their values and the offset behind the last.
dissect_struct = function(name, s, tvb, at, to, tree)
  local v = {_size = to - at}
  for _, field in ipairs(structs[name]) do
    v._eof = at >= to
    if field.kind == "value" then
      local ok, value = pcall(field.value, v, s)
      if ok then
        v[field.id] = value
        if fields[field] then tree:add(fields[field], value):set_generated() end
      end
    elseif field.when == nil or field.when(v, s) then
      if field.kind == "check" then judge(field, 0, v, s, tree)
      elseif field.many then
        local count = field.count and field.count(v, s) or math.huge
        local index = 0
        while index < count and at < to do
          local into = tree
          if index == SHOWN then tree:add(xensave, tvb(at, to - at), "and more") end
          if index >= SHOWN then break end
          local value, next, item = dissect_one(field, v, s, tvb, at, to, into)
          judge(field, value, v, s, item or tree)
          if next == at then break end
          at, index = next, index + 1
        end
      else
        local value, next, item = dissect_one(field, v, s, tvb, at, to, tree)
        v[field.id] = value
        judge(field, value, v, s, item or tree)
        at = next
      end
    end
  end
  return v, at
end

local function copy(s)
  local other = {}
  for key, value in pairs(s) do other[key] = value end
  return other
end

local RECORD_LIMIT = 0x8000000
local MARKER, LIBXL, XL = "ffffffffffffffff", "4c6962786c466d74", "58656e2073617665"

local function record_length(tvb, at, be, trailer)
  local length = integer(tvb(at + 4, 4), 4, be)
  return 8 + length + (8 - length % 8) % 8 + trailer, length
end

-- The kind of the unit at `at` and its octets; nil and how many octets have to be there to tell.
local function next_unit(s, tvb, at)
  local there = tvb:len() - at
  if s.what == "start" then
    if there < 8 then return nil, 8 end
    local lead = tvb(at, 8):bytes():tohex(true)
    if lead == MARKER then return "image_header", 24 end
    if lead == LIBXL then return "libxl_header", 16 end
    if lead ~= XL then return "foreign", there end
    if there < 48 then return nil, 48 end
    s.is_be = tvb(at + 32, 1):uint() == 1
    return "xl_header", 48 + integer(tvb(at + 44, 4), 4, s.is_be)
  elseif s.what == "image_header" then return "image_header", 24
  elseif s.what == "image_header_v4" then return "image_header_v4", 16
  elseif s.what == "domain_header" then return "domain_header", 16 + s.len_trailer
  elseif s.what == "done" then return "foreign", there end
  if there < 8 then return nil, 8 end
  if s.what == "record" and s.colo and s.in_libxl then
    -- In a COLO stream the order for the next checkpoint comes between records of the image.
    local kind, length = integer(tvb(at, 4), 4, s.libxl_be), integer(tvb(at + 4, 4), 4, s.libxl_be)
    if enums["libxl_record_header.libxl_record_type"][kind] == "CHECKPOINT_STATE" and length <= 8 then
      return "libxl_record", (record_length(tvb, at, s.libxl_be, 0))
    end
  end
  local be = s.what == "record" and s.image_be
  if s.what == "libxl_record" then be = s.libxl_be end
  local octets, length = record_length(tvb, at, be, s.what == "record" and s.len_trailer or 0)
  if length > RECORD_LIMIT then return "broken", there end
  return s.what, octets
end

-- Shows a unit and moves the state behind it; returns what the column says of it.
local function show_unit(kind, s, tvb, at, octets, tree)
  local range = tvb(at, octets)
  local item = tree:add(xensave, range)
  s.is_be = s.image_be
  if kind == "libxl_record" then s.is_be = s.libxl_be end
  if kind == "xl_header" then s.is_be = tvb(at + 32, 1):uint() == 1 end
  if kind == "broken" then
    item:set_text("Record longer than any may be")
    item:add_proto_expert_info(broken)
    s.what = "done"
    return "cannot be followed"
  end
  if kind == "record" or kind == "libxl_record" then
    local field = kind == "record" and record_field or libxl_field
    local number = integer(tvb(at, 4), 4, s.is_be)
    local names = kind == "record" and enums["record_header.record_type"] or enums["libxl_record_header.libxl_record_type"]
    local name = names[number] or string.format("type 0x%x", number)
    item:set_text((kind == "record" and "Record " or "libxl record ") .. name .. ", " .. integer(tvb(at + 4, 4), 4, s.is_be) .. " octets")
    local label = item:add(field, tvb(at, 4), number)
    if names[number] == nil and number < 0x80000000 then label:add_proto_expert_info(unknown) end
    local v = dissect_struct(kind == "record" and "libxc_record" or "libxl_record", s, tvb, at, at + octets, item)
    if kind == "record" then
      if name == "X86_PV_INFO" and type(v.body) == "table" then s.guest_width = v.body.guest_width or 0 end
      if name == "END" then s.what = s.in_libxl and "libxl_record" or "done" end
      if name == "CHECKPOINT" and s.in_libxl then s.what = "libxl_record" end
    else
      if name == "LIBXC_CONTEXT" then s.what = "image_header" end
      if name == "CHECKPOINT_END" then s.what, s.colo = "record", true end
      if name == "CHECKPOINT_STATE" then s.what = "record" end
      if name == "END" then s.what = "done" end
    end
    return name
  end
  local v = dissect_struct(kind, s, tvb, at, at + octets, item)
  if kind == "xl_header" then
    item:set_text("Header of an xl save file")
    s.what = "start"
    return "xl header"
  elseif kind == "libxl_header" then
    item:set_text("Header of a libxl stream")
    s.libxl_be, s.in_libxl, s.what = v.options % 2 == 1, true, "libxl_record"
    return "libxl stream"
  elseif kind == "image_header" then
    item:set_text("Image header, version " .. v.version)
    item:add(edition_field, tvb(at + 12, 4), v.version):set_generated()
    s.image_be = v.options % 2 == 1
    -- Streams of other versions have another shape, and none of them was ever sent by Xen.
    s.what = v.version == 4 and "image_header_v4" or (v.version == 2 or v.version == 3) and "domain_header" or "done"
    return "image v" .. v.version
  elseif kind == "image_header_v4" then
    item:set_text("Image header, what version 4 appends")
    s.len_trailer = v.len_trailer or 0
    s.what = "domain_header"
    return "v4"
  end
  item:set_text("Domain header")
  s.page_size, s.what = 2 ^ (v.page_shift or 12), "record"
  return enums["domain_header.domain_type"][v.type] or "domain"
end

local tcp_stream, tcp_source = Field.new("tcp.stream"), Field.new("tcp.srcport")
local streams, places, frame = {}, {}, nil

function xensave.init() streams, places = {}, {} end

local function fresh()
  return {what = "start", is_be = false, image_be = false, libxl_be = false, in_libxl = false, guest_width = 0, page_size = 4096, len_trailer = 0}
end

function xensave.dissector(tvb, pinfo, tree)
  local way = tostring(tcp_stream().value) .. ":" .. tostring(tcp_source().value)
  local place = pinfo.number .. ":" .. tvb:len() .. ":" .. tvb:offset()
  local s
  if pinfo.visited then s = places[place] and copy(places[place]) or fresh()
  else
    s = copy(streams[way] or fresh())
    places[place] = copy(s)
  end
  local at, said, last, times = 0, {}, nil, 0
  local root
  local function say(words)
    if words == last then times = times + 1 else
      if last then said[#said + 1] = times > 1 and (last .. " x " .. times) or last end
      last, times = words, 1
    end
  end
  while at < tvb:len() do
    local kind, octets = next_unit(s, tvb, at)
    if kind == "foreign" then break end
    if kind == nil or at + octets > tvb:len() then
      pinfo.desegment_offset = at
      pinfo.desegment_len = at + octets - tvb:len()
      break
    end
    root = root or tree:add(xensave, tvb(at))
    say(show_unit(kind, s, tvb, at, octets, root))
    at = at + octets
  end
  if not pinfo.visited then streams[way] = s end
  if at > 0 then
    say(nil)
    pinfo.cols.protocol = "Xen save"
    -- What was said of a frame stays when more of it is dissected; the next words go behind.
    pinfo.cols.info = (frame == pinfo.number and ", " or "") .. table.concat(said, ", ")
    frame = pinfo.number
  end
  if at == 0 and pinfo.desegment_len == 0 then return 0 end
  return tvb:len()
end

-- A stream begins with one of three marks, whatever port it goes to.
xensave:register_heuristic("tcp", function(tvb, pinfo, tree)
  if tvb:len() < 8 then return false end
  local lead = tvb(0, 8):bytes():tohex(true)
  if lead ~= MARKER and lead ~= LIBXL and lead ~= XL then return false end
  pinfo.conversation = xensave
  xensave.dissector(tvb, pinfo, tree)
  return true
end)
DissectorTable.get("tcp.port"):add_for_decode_as(xensave)
